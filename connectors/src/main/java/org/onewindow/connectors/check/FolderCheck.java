package org.onewindow.connectors.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.onewindow.canonical.EffectKey;
import org.onewindow.config.Department;
import org.onewindow.config.Diagnostic;
import org.onewindow.config.Explanation;
import org.onewindow.config.ExpressionFailed;
import org.onewindow.config.Operation;
import org.onewindow.connectors.MappingContext;
import org.onewindow.connectors.jms.QueueSamples;
import org.onewindow.connectors.line.Filler;
import org.onewindow.connectors.line.SampleTalk;
import org.onewindow.connectors.mapping.Asked;
import org.onewindow.connectors.mapping.CanonicalJson;
import org.onewindow.connectors.mapping.Computations;
import org.onewindow.connectors.mapping.Draft;
import org.onewindow.connectors.mapping.Holes;
import org.onewindow.connectors.mapping.HubFunctions;
import org.onewindow.connectors.mapping.JsonDifference;
import org.onewindow.connectors.mapping.LockedSaxon;
import org.onewindow.connectors.mapping.Mapping;
import org.onewindow.connectors.mapping.MappingFailed;
import org.onewindow.connectors.mapping.MappingFiles;
import org.onewindow.connectors.mapping.Mappings;
import org.onewindow.connectors.mapping.SealedReply;
import org.onewindow.connectors.mapping.Told;
import org.onewindow.connectors.rest.RestSamples;
import org.onewindow.connectors.soap.SoapSamples;

/**
 * Checks one department's folder: every mapping compiles, every sample holds both ways, and keeps to the contract.
 *
 * <p>Samples are run with fixed values: one key, one time, one serial number, and {@code sample} as the bytes of every material.
 */
public final class FolderCheck {

    private static final EffectKey KEY = new EffectKey(UUID.fromString("0b0e6ad3-5c2f-5a5e-9d0a-6f2f5b6f7a01"));
    private static final Instant NOW = Instant.parse("2026-11-24T01:30:15Z");
    private static final String SERIAL = "20261124093015000001";
    private static final String CORRELATION = "c0ffee00c0ffee00c0ffee00c0ffee00";
    private static final byte[] MATERIAL = "sample".getBytes(StandardCharsets.UTF_8);

    private final Path root;
    private final Department department;
    private final LockedSaxon saxon = new LockedSaxon();
    private final HubFunctions functions = new HubFunctions(reference -> "secret of " + reference.name(), () -> SERIAL);
    private final List<Diagnostic> found = new ArrayList<>();

    /** What a code of this check means; empty: it has no such code. */
    public static Optional<Explanation> explain(String code) {
        return Finding.explain(code);
    }

    private FolderCheck(Path root, Department department) {
        this.root = root;
        this.department = department;
    }

    /**
     * Everything that is wrong with the department's folder.
     *
     * @param root of the configuration tree
     */
    public static List<Diagnostic> of(Path root, Department department) {
        var check = new FolderCheck(root, department);
        check.mappings();
        return List.copyOf(check.found);
    }

    /** What the request mapping of an operation makes of one sample; see {@link Trial}. */
    static Trial trial(Path root, Department department, Operation operation, Sample sample) {
        var check = new FolderCheck(root, department);
        return new Trial(sample.name(), check.tried(operation, sample), List.copyOf(check.found));
    }

    private String tried(Operation operation, Sample sample) {
        var name = operation.id() + ".request";
        try {
            switch (new MappingFiles(saxon, functions).compile(department, name)) {
                case MappingFiles.Outcome.Compiled(var mapping) -> {
                    var talk = talk();
                    var message = message(sample, talk, operation, mapping);
                    talk.breachesOfRequest(operation, message)
                            .forEach(breach -> add(Finding.BREAKS_CONTRACT, sample.toDepartment(), breach));
                    talk.difference(Sample.text(sample.toDepartment()), message)
                            .ifPresent(one -> add(Finding.REQUEST_DIFFERS, sample.toDepartment(), one));
                    return message;
                }
                case MappingFiles.Outcome.Faulty(var file, var faults) ->
                    faults.forEach(fault -> found.add(Finding.MAPPING_BROKEN.at(
                            Finding.Place.in(root, file, fault.line(), fault.column()), fault.message())));
            }
        } catch (MappingFailed | ExpressionFailed failure) {
            add(Finding.REQUEST_DIFFERS, sample.toDepartment(), failure.getMessage());
        } catch (NoSuchFileException missing) {
            add(
                    Finding.SAMPLE_UNREADABLE,
                    sample.folder(),
                    "a file is missing: " + Path.of(missing.getFile()).getFileName());
        } catch (IOException | IllegalArgumentException unreadable) {
            add(Finding.SAMPLE_UNREADABLE, sample.folder(), unreadable.getMessage());
        }
        return "";
    }

    private void mappings() {
        var compiled = Mappings.of(new MappingFiles(saxon, functions), department);
        for (var faulty : compiled.faulty()) {
            for (var fault : faulty.faults()) {
                found.add(Finding.MAPPING_BROKEN.at(
                        Finding.Place.in(root, faulty.file(), fault.line(), fault.column()), fault.message()));
            }
        }
        try {
            var talk = talk();
            for (var sample : Sample.of(department)) {
                check(sample, talk, compiled.byName());
            }
        } catch (IllegalArgumentException broken) {
            found.add(Finding.CONTRACT_BROKEN.at(
                    Finding.Place.startOf(root, department.folder().resolve("department.yaml")),
                    String.valueOf(broken.getMessage())));
        } catch (IOException unreadable) {
            add(Finding.SAMPLE_UNREADABLE, department.folder().resolve("samples"), unreadable.getMessage());
        }
    }

    private SampleTalk talk() {
        return switch (department.format()) {
            case XML -> new SoapSamples(department, saxon.processor());
            case JSON -> new RestSamples(department);
            case XSTREAM -> new QueueSamples();
        };
    }

    private void check(Sample sample, SampleTalk talk, Map<String, Mapping> mappings) {
        try {
            var operation = sample.operationOf(department);
            var request = mappings.get(operation.id() + ".request");
            var reply = mappings.get(operation.id() + ".reply");
            if (request != null && reply != null) {
                request(sample, talk, operation, request);
                reply(sample, talk, operation, reply);
            }
        } catch (NoSuchFileException missing) {
            add(
                    Finding.SAMPLE_UNREADABLE,
                    sample.folder(),
                    "a file is missing: " + Path.of(missing.getFile()).getFileName());
        } catch (IOException unreadable) {
            add(Finding.SAMPLE_UNREADABLE, sample.folder(), unreadable.getMessage());
        }
    }

    private void request(Sample sample, SampleTalk talk, Operation operation, Mapping mapping) throws IOException {
        var expected = Sample.text(sample.toDepartment());
        try {
            talk.difference(expected, message(sample, talk, operation, mapping))
                    .ifPresent(difference -> add(Finding.REQUEST_DIFFERS, sample.toDepartment(), difference));
        } catch (MappingFailed | ExpressionFailed failure) {
            add(Finding.REQUEST_DIFFERS, sample.toDepartment(), failure.getMessage());
        }
        talk.breachesOfRequest(operation, expected)
                .forEach(breach -> add(Finding.BREAKS_CONTRACT, sample.toDepartment(), breach));
    }

    private String message(Sample sample, SampleTalk talk, Operation operation, Mapping mapping) throws IOException {
        var holes = Holes.fresh();
        var callback = "http://hub.test/v1/replies/" + department.id() + "/" + CORRELATION;
        var asked = new Asked(
                CanonicalJson.request(Sample.text(sample.requestFile())),
                new MappingContext(KEY, 1, NOW, callback),
                holes);
        var draft = new Draft(holes, mapping.request(department, operation, asked));
        var computed = new Computations(department, functions).values(operation);
        var filler = new Filler(holes, computed, material -> new ByteArrayInputStream(MATERIAL), Filler.Form.PLAIN);
        return talk.message(operation, draft, filler);
    }

    private void reply(Sample sample, SampleTalk talk, Operation operation, Mapping mapping) throws IOException {
        var answer = Sample.text(sample.fromDepartment());
        try {
            var request = CanonicalJson.request(Sample.text(sample.requestFile()));
            var told = new Told(sample.status(), Map.of(), talk.content(answer), request);
            var actual = SealedReply.of(mapping.reply(department, operation, told));
            JsonDifference.first(
                            CanonicalJson.parse(Sample.text(sample.replyFile()).getBytes(StandardCharsets.UTF_8)),
                            actual.json())
                    .ifPresent(difference -> add(Finding.REPLY_DIFFERS, sample.replyFile(), difference));
        } catch (MappingFailed failure) {
            add(Finding.REPLY_DIFFERS, sample.replyFile(), failure.getMessage());
        }
        talk.breachesOfAnswer(operation, sample.status(), answer)
                .forEach(breach -> add(Finding.BREAKS_CONTRACT, sample.fromDepartment(), breach));
    }

    private void add(Finding finding, Path file, @org.jspecify.annotations.Nullable String detail) {
        found.add(finding.at(Finding.Place.startOf(root, file), String.valueOf(detail)));
    }
}
