package org.onewindow.portal.messages;

import org.onewindow.portal.problem.FieldError;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;

/** Why somebody does it: for the audit. */
record Reasoned(String reason) {

    private static final int LONGEST = 500;

    /** Never empty. */
    static String checked(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST) {
            throw new Refusal(ProblemCode.REQUEST_INVALID, FieldError.of("/reason", "required"));
        }
        return reason.strip();
    }
}
