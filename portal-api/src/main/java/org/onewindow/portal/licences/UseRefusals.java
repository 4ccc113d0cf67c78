package org.onewindow.portal.licences;

import org.onewindow.licences.authority.Opened;
import org.onewindow.portal.problem.FieldError;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;

/** How a use that the store refused, and wrote down, is told: what is not the caller's looks as if it were not there. */
final class UseRefusals {

    private UseRefusals() {}

    static Refusal of(Opened.Refused refused) {
        var refusal =
                switch (refused.reason()) {
                    case "unknown", "none" -> new Refusal(ProblemCode.AUTHORISATION_UNKNOWN);
                    case "over-budget" -> new Refusal(ProblemCode.LOOKS_TOO_MANY);
                    default -> new Refusal(ProblemCode.USE_REFUSED, FieldError.of("", refused.reason()));
                };
        return refusal.asWritten();
    }
}
