package org.onewindow.licences.inspection;

import java.util.Locale;

/** Why a file is not kept. */
public enum Refusal {
    /** None of the kinds that are taken. */
    TYPE_NOT_ACCEPTED,
    /** Another kind than the sender called it. */
    TYPE_NOT_AS_DECLARED,
    /** A container that is a trap: bomb, names that lead out of it, too many or too deep. */
    CONTAINER_UNSAFE,
    /** It asks for a password. */
    ENCRYPTED,
    /** It runs scripts, starts programs or carries other files. */
    ACTIVE_CONTENT,
    /** More pages than anybody reads. */
    TOO_MANY_PAGES,
    /** A picture of more pixels than a machine should hold. */
    TOO_MANY_PIXELS,
    /** It cannot be read to its end, or not in time. */
    UNREADABLE,
    /** The scanner knows it. */
    INFECTED;

    /** As outside, such as {@code active-content}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
