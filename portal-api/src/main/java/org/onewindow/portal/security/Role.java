package org.onewindow.portal.security;

import java.util.Locale;

/** What a token may be used for: its scopes, and the roles an outer issuer adds. */
public enum Role {
    /** Apply for oneself and follow one's own cases. */
    CASES,
    /** Staff at a window: accept for the person in front of them, hand out results; never decide. */
    WINDOW,
    /** Whoever answers for the windows: may have a second notice told, with a reason; never accepts, decides or hands out. */
    SUPERVISOR,
    /** Somebody of a department: say how an act of theirs ended; never accept or hand out. */
    DEPARTMENT,
    /** Writes departments' folders: tests and tries them; never lets one serve. */
    INTEGRATOR,
    /** Runs the hub: tasks, export, clock, audit. */
    OPERATOR;

    String scope() {
        return name().toLowerCase(Locale.ROOT);
    }
}
