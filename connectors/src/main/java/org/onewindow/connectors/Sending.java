package org.onewindow.connectors;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.onewindow.canonical.DepartmentRequest;
import org.onewindow.canonical.EffectKey;
import org.onewindow.config.Department;
import org.onewindow.config.Operation;

/**
 * One sending of a stored message.
 *
 * @param correlation by which a later answer finds its step
 * @param attempt counts the sendings, from 1
 * @param waitForQueueReply an inquiry: wait for the answer of a queue, at most {@code timeout}; otherwise the answer comes to the
 *     {@link QueueReplyListener}
 * @param stillOurs asked right before the message leaves; where it says no, nothing is sent and the reply is unavailable
 * @param timeout how long to wait at most; never longer than the department's own limit
 */
public record Sending(
        EffectKey key,
        String correlation,
        int attempt,
        String callbackUrl,
        DepartmentRequest request,
        boolean waitForQueueReply,
        BooleanSupplier stillOurs,
        Duration timeout) {

    /** How long this sending waits for an answer: its own time, but never longer than the department's. */
    public Duration patience(Department department, Operation operation) {
        var longest = department.timeoutOf(operation);
        return timeout.compareTo(longest) < 0 ? timeout : longest;
    }

    /** A look-up that somebody waits for. */
    public static Sending waiting(EffectKey key, String correlation, DepartmentRequest request, Duration within) {
        return new Sending(key, correlation, 1, "", request, true, () -> true, within);
    }
}
