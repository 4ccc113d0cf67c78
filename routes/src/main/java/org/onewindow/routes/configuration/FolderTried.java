package org.onewindow.routes.configuration;

import java.util.List;
import java.util.Locale;
import org.onewindow.config.Diagnostic;
import org.onewindow.connectors.check.Trial;

/**
 * What came of trying one request.
 *
 * @param sample that was tried; empty: the request was handed in
 */
public record FolderTried(String sample, List<Step> steps) {

    /**
     * One step.
     *
     * @param step {@code message}, {@code validation} or {@code reply}
     * @param content the message with the fixed values of samples, or the reply as JSON; empty where there is none
     */
    public record Step(String step, String content, List<Diagnostic> findings) {

        private static Step of(Trial.Step step) {
            return new Step(step.part().name().toLowerCase(Locale.ROOT), step.content(), step.findings());
        }
    }

    static FolderTried of(Trial trial) {
        return new FolderTried(
                trial.sample(), trial.steps().stream().map(Step::of).toList());
    }
}
