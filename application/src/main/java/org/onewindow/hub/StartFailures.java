package org.onewindow.hub;

import org.jspecify.annotations.Nullable;
import org.onewindow.config.Secrets;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** What an operator can mend is told in plain words and without a stack trace; everything else is a bug and keeps its own. */
final class StartFailures implements FailureAnalyzer {

    private static final String WHAT_NOW = "Mend this and start again; ./hub doctor and ./hub validate tell more.";

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused || cause instanceof Secrets.MissingSecret) {
                return new FailureAnalysis(cause.getMessage(), WHAT_NOW, cause);
            }
        }
        return null;
    }
}
