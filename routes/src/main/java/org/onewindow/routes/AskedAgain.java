package org.onewindow.routes;

import org.onewindow.canonical.DepartmentReply;

/** What came of replaying one message. */
public sealed interface AskedAgain {

    /** Its step is tried again now, with the same message and key. */
    record Retried() implements AskedAgain {}

    /** The look-up was made once more, beside its case; what came back is a message of its own. */
    record LookedUp(DepartmentReply reply) implements AskedAgain {}

    /**
     * It may not be done.
     *
     * @param code {@code done}: nothing is done twice; {@code uncertain}: a person finds out first; {@code retries-off}; {@code ending};
     *     {@code closed}; {@code message-unreadable}: it is not whole, or not under today's key;
     *     {@code not-served}: the department or its operation is not there any more
     */
    record Not(String code) implements AskedAgain {}
}
