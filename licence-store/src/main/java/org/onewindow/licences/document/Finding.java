package org.onewindow.licences.document;

import java.util.Optional;
import org.onewindow.licences.document.Verdict.Result;

/** What came of one check, and why. */
record Finding(Result result, String why) {

    static final Finding PASSED = new Finding(Result.PASSED, "");

    static Finding failed(String why) {
        return new Finding(Result.FAILED, why);
    }

    static Finding skipped(String why) {
        return new Finding(Result.SKIPPED, why);
    }

    /** Passed, unless there is an objection. */
    static Finding of(Optional<String> objection) {
        return objection.map(Finding::failed).orElse(PASSED);
    }
}
