package org.onewindow.portal.stores;

import org.onewindow.portal.problem.FieldError;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;

/** How a look at somebody else's that is refused is told: the same whether there is such a person or not. */
final class LookRefusals {

    private LookRefusals() {}

    static Refusal of(String reason, Presence presence) {
        return switch (reason) {
            case "no-mandate" -> new Refusal(ProblemCode.MANDATE_NEEDED, FieldError.of("/applicant", "mandate-needed"));
            case "over-budget" -> new Refusal(ProblemCode.LOOKS_TOO_MANY);
            case "not-shown" -> new Refusal(ProblemCode.PRESENCE_NEEDED, FieldError.of("/qr", "of-another"));
            default -> new Refusal(presence.isShown() ? ProblemCode.CASE_UNKNOWN : ProblemCode.PRESENCE_NEEDED);
        };
    }
}
