package org.onewindow.connectors.check;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.DepartmentRequest;
import org.onewindow.config.Diagnostic;

/**
 * What an operation's mappings make of a request and of its answer, for whoever is writing them; nothing is sent.
 *
 * @param sample the name of its folder; empty: the request was handed in
 * @param steps in their order; without a message there is no validation, without an answer no reply
 */
public record Trial(String sample, List<Step> steps) {

    /** What was tried. */
    public enum Part {
        /** The request as the department would get it. */
        MESSAGE,
        /** Whether the message keeps to the contract, and is what the sample says. */
        VALIDATION,
        /** The answer as the hub would read it. */
        REPLY
    }

    /**
     * One step.
     *
     * @param content the message with the fixed values of samples, or the reply as JSON; empty where there is none
     */
    public record Step(Part part, String content, List<Diagnostic> findings) {

        public boolean well() {
            return findings.isEmpty();
        }
    }

    /**
     * What is to be tried.
     *
     * @param sample whose request and answer are taken: its number among those of the operation, from 1, or its folder's name
     * @param request instead of the sample's; null: the sample's
     * @param answer instead of the sample's; null: the sample's, or none where the request is no sample's
     */
    public record Wish(String operation, String sample, @Nullable DepartmentRequest request, @Nullable Answer answer) {

        /** A sample as it is. */
        public static Wish of(String operation, String sample) {
            return new Wish(operation, sample, null, null);
        }
    }

    /** What a department says; the status is that of HTTP. */
    public record Answer(int status, String body) {}

    /** The message; empty: there is none. */
    public String message() {
        return content(Part.MESSAGE).orElse("");
    }

    /** The reply as JSON; empty: there is none. */
    public String reply() {
        return content(Part.REPLY).orElse("");
    }

    private Optional<String> content(Part part) {
        return steps.stream()
                .filter(step -> step.part() == part)
                .map(Step::content)
                .findFirst();
    }

    public List<Diagnostic> findings() {
        return steps.stream().flatMap(step -> step.findings().stream()).toList();
    }
}
