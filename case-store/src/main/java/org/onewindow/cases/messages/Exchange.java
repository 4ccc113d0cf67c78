package org.onewindow.cases.messages;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.DepartmentReply;

/**
 * One exchange with a department, ready to be kept.
 *
 * @param node where it was held
 * @param took between the first byte and the last, or until the hub gave up
 * @param status of HTTP; null: none came, or none could
 * @param inquiry whose question it was; null: a case's
 * @param person whose question an inquiry was, by keyed hash; null: a case's
 * @param replayOf the message that was asked again; null: none
 * @param sealed by the {@link Vault}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Exchange(
        String department,
        String operation,
        String node,
        Instant at,
        Duration took,
        @Nullable Integer status,
        DepartmentReply reply,
        @Nullable String inquiry,
        @Nullable String person,
        @Nullable Long replayOf,
        byte[] sealed) {

    /** Who and when only: exchanges are personal. */
    @Override
    public String toString() {
        return "Exchange[" + department + "/" + operation + " at " + at + "]";
    }
}
