package org.onewindow.connectors.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.DepartmentRequest;
import org.onewindow.config.Department;
import org.onewindow.config.Diagnostic;
import org.onewindow.config.ExpressionFailed;
import org.onewindow.config.Operation;
import org.onewindow.connectors.mapping.CanonicalJson;
import org.onewindow.connectors.mapping.JsonDifference;
import org.onewindow.connectors.mapping.Mapping;
import org.onewindow.connectors.mapping.MappingFailed;
import org.onewindow.connectors.mapping.MappingFiles;

/** Makes one {@link Trial}. */
final class Tryout {

    private final Path root;
    private final Department department;
    private final Operation operation;
    private final Tools tools;
    private final @Nullable Sample sample;
    private final List<Trial.Step> steps = new ArrayList<>();
    private List<Diagnostic> found = new ArrayList<>();

    /** Of a sample, or where it is null of what was handed in. */
    Tryout(Path root, Department department, Operation operation, @Nullable Sample sample, Tools tools) {
        this.root = root;
        this.department = department;
        this.operation = operation;
        this.sample = sample;
        this.tools = tools;
    }

    Trial of(Trial.Wish wish) {
        try {
            var rehearsal = tools.rehearsal(department);
            var request = request(wish);
            var message = message(rehearsal, request);
            end(Trial.Part.MESSAGE, message);
            if (!message.isEmpty()) {
                validate(rehearsal, message);
                end(Trial.Part.VALIDATION, "");
            }
            var answer = answer(wish);
            if (answer != null) {
                end(Trial.Part.REPLY, reply(rehearsal, request, answer, wish.answer() == null));
            }
        } catch (IllegalArgumentException broken) {
            add(Finding.CONTRACT_BROKEN, department.folder().resolve("department.yaml"), broken.getMessage());
            end(Trial.Part.MESSAGE, "");
        } catch (IOException unreadable) {
            add(Finding.SAMPLE_UNREADABLE, place(), unreadable.getMessage());
            end(Trial.Part.MESSAGE, "");
        }
        return new Trial(sample == null ? "" : sample.name(), List.copyOf(steps));
    }

    private void end(Trial.Part part, String content) {
        steps.add(new Trial.Step(part, content, List.copyOf(found)));
        found = new ArrayList<>();
    }

    private DepartmentRequest request(Trial.Wish wish) throws IOException {
        if (wish.request() != null) {
            return wish.request();
        }
        if (sample == null) {
            throw new IOException("there is no such sample");
        }
        return CanonicalJson.request(Sample.text(sample.requestFile()));
    }

    private Trial.@Nullable Answer answer(Trial.Wish wish) throws IOException {
        if (wish.answer() != null || sample == null || !Files.exists(sample.fromDepartment())) {
            return wish.answer();
        }
        return new Trial.Answer(sample.status(), Sample.text(sample.fromDepartment()));
    }

    private String message(Rehearsal rehearsal, DepartmentRequest request) throws IOException {
        var mapping = mapping("request");
        try {
            return mapping == null ? "" : rehearsal.message(operation, mapping, request);
        } catch (MappingFailed | ExpressionFailed failure) {
            add(Finding.REQUEST_DIFFERS, place(), failure.getMessage());
            return "";
        }
    }

    private void validate(Rehearsal rehearsal, String message) throws IOException {
        var talk = rehearsal.talk();
        talk.breachesOfRequest(operation, message).forEach(breach -> add(Finding.BREAKS_CONTRACT, place(), breach));
        if (sample != null && Files.exists(sample.toDepartment())) {
            talk.difference(Sample.text(sample.toDepartment()), message)
                    .ifPresent(one -> add(Finding.REQUEST_DIFFERS, sample.toDepartment(), one));
        }
    }

    private String reply(Rehearsal rehearsal, DepartmentRequest request, Trial.Answer answer, boolean ofTheSample)
            throws IOException {
        rehearsal
                .talk()
                .breachesOfAnswer(operation, answer.status(), answer.body())
                .forEach(breach -> add(Finding.BREAKS_CONTRACT, place(), breach));
        var mapping = mapping("reply");
        try {
            if (mapping == null) {
                return "";
            }
            var reply = rehearsal.reply(operation, mapping, request, answer);
            if (ofTheSample && sample != null && Files.exists(sample.replyFile())) {
                var expected =
                        CanonicalJson.parse(Sample.text(sample.replyFile()).getBytes(UTF_8));
                JsonDifference.first(expected, reply)
                        .ifPresent(one -> add(Finding.REPLY_DIFFERS, sample.replyFile(), one));
            }
            return CanonicalJson.pretty(reply);
        } catch (MappingFailed failure) {
            add(Finding.REPLY_DIFFERS, place(), failure.getMessage());
            return "";
        }
    }

    /** Null: it does not compile, which is told. */
    private @Nullable Mapping mapping(String direction) {
        return switch (tools.mapping(department, operation.id() + "." + direction)) {
            case MappingFiles.Outcome.Compiled(var mapping) -> mapping;
            case MappingFiles.Outcome.Faulty(var file, var faults) -> {
                faults.forEach(fault -> found.add(Finding.MAPPING_BROKEN.at(
                        Finding.Place.in(root, file, fault.line(), fault.column()), fault.message())));
                yield null;
            }
        };
    }

    private Path place() {
        return sample == null ? department.folder().resolve("department.yaml") : sample.toDepartment();
    }

    private void add(Finding finding, Path file, @Nullable String detail) {
        found.add(finding.at(Finding.Place.startOf(root, file), String.valueOf(detail)));
    }
}
