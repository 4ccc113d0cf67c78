package org.onewindow.portal.configuration;

import org.onewindow.portal.problem.FieldError;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.security.Caller;
import org.onewindow.routes.configuration.ConfigurationDesk.By;

/** Who changes the configuration, and their words for it. */
final class Notes {

    private static final int NOTE_MAX = 500;

    private Notes() {}

    static By by(Caller caller, String note) {
        if (note.length() > NOTE_MAX) {
            throw new Refusal(ProblemCode.REQUEST_INVALID, FieldError.of("/note", "out-of-bounds"));
        }
        return new By(caller.subject(), note);
    }
}
