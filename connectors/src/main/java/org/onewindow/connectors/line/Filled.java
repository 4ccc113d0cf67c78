package org.onewindow.connectors.line;

import org.onewindow.canonical.DepartmentReply;

/** What came of filling the holes of a message. */
public sealed interface Filled {

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Bytes(byte[] bytes) implements Filled {}

    /** It cannot be sent now; nothing left the house. */
    record Not(DepartmentReply reply) implements Filled {}
}
