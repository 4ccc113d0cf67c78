package org.onewindow.connectors.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onewindow.config.Department;
import org.onewindow.config.Diagnostic;
import org.onewindow.config.Explanation;
import org.onewindow.config.ExpressionFailed;
import org.onewindow.config.Operation;
import org.onewindow.connectors.mapping.CanonicalJson;
import org.onewindow.connectors.mapping.JsonDifference;
import org.onewindow.connectors.mapping.Mapping;
import org.onewindow.connectors.mapping.MappingFailed;
import org.onewindow.connectors.mapping.Mappings;

/**
 * Checks one department's folder: every mapping compiles, every sample holds both ways, and keeps to the contract.
 */
public final class FolderCheck {

    private final Path root;
    private final Department department;
    private final Tools tools = new Tools();
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

    private void mappings() {
        var compiled = Mappings.of(tools.files(), department);
        for (var faulty : compiled.faulty()) {
            for (var fault : faulty.faults()) {
                found.add(Finding.MAPPING_BROKEN.at(
                        Finding.Place.in(root, faulty.file(), fault.line(), fault.column()), fault.message()));
            }
        }
        try {
            var rehearsal = tools.rehearsal(department);
            for (var sample : Sample.of(department)) {
                check(sample, rehearsal, compiled.byName());
            }
        } catch (IllegalArgumentException broken) {
            found.add(Finding.CONTRACT_BROKEN.at(
                    Finding.Place.startOf(root, department.folder().resolve("department.yaml")),
                    String.valueOf(broken.getMessage())));
        } catch (IOException unreadable) {
            add(Finding.SAMPLE_UNREADABLE, department.folder().resolve("samples"), unreadable.getMessage());
        }
    }

    private void check(Sample sample, Rehearsal rehearsal, Map<String, Mapping> mappings) {
        try {
            var operation = sample.operationOf(department);
            var request = mappings.get(operation.id() + ".request");
            var reply = mappings.get(operation.id() + ".reply");
            if (request != null && reply != null) {
                request(sample, rehearsal, operation, request);
                reply(sample, rehearsal, operation, reply);
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

    private void request(Sample sample, Rehearsal rehearsal, Operation operation, Mapping mapping) throws IOException {
        var talk = rehearsal.talk();
        var expected = Sample.text(sample.toDepartment());
        try {
            var request = CanonicalJson.request(Sample.text(sample.requestFile()));
            talk.difference(expected, rehearsal.message(operation, mapping, request))
                    .ifPresent(difference -> add(Finding.REQUEST_DIFFERS, sample.toDepartment(), difference));
        } catch (MappingFailed | ExpressionFailed failure) {
            add(Finding.REQUEST_DIFFERS, sample.toDepartment(), failure.getMessage());
        }
        talk.breachesOfRequest(operation, expected)
                .forEach(breach -> add(Finding.BREAKS_CONTRACT, sample.toDepartment(), breach));
    }

    private void reply(Sample sample, Rehearsal rehearsal, Operation operation, Mapping mapping) throws IOException {
        var answer = Sample.text(sample.fromDepartment());
        try {
            var request = CanonicalJson.request(Sample.text(sample.requestFile()));
            var actual = rehearsal.reply(operation, mapping, request, new Trial.Answer(sample.status(), answer));
            JsonDifference.first(
                            CanonicalJson.parse(Sample.text(sample.replyFile()).getBytes(StandardCharsets.UTF_8)),
                            actual)
                    .ifPresent(difference -> add(Finding.REPLY_DIFFERS, sample.replyFile(), difference));
        } catch (MappingFailed failure) {
            add(Finding.REPLY_DIFFERS, sample.replyFile(), failure.getMessage());
        }
        rehearsal
                .talk()
                .breachesOfAnswer(operation, sample.status(), answer)
                .forEach(breach -> add(Finding.BREAKS_CONTRACT, sample.fromDepartment(), breach));
    }

    private void add(Finding finding, Path file, @org.jspecify.annotations.Nullable String detail) {
        found.add(finding.at(Finding.Place.startOf(root, file), String.valueOf(detail)));
    }
}
