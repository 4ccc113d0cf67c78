package org.onewindow.connectors.line;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.DepartmentReply;
import org.onewindow.config.Operation;

/** What was heard after a sending. */
public sealed interface Heard {

    /**
     * An answer for the reply mapping.
     *
     * @param content in the form that mappings read
     * @param otherwise what the answer means whatever the mapping says, unless that calls it unavailable too; null: the mapping decides
     */
    record Answer(
            int status, Map<String, String> headers, @Nullable Object content, @Nullable DepartmentReply otherwise)
            implements Heard {}

    /**
     * Nothing that a mapping could read.
     *
     * @param trouble whether the line or the department is broken: counted by its breaker
     */
    record NoAnswer(DepartmentReply reply, boolean trouble) implements Heard {}

    /** The message is where the department takes it from: its answer comes by itself, or one way there is none. */
    static Heard handedOver(Operation operation) {
        var outcome = operation.outcome();
        boolean oneWay = outcome != null && outcome.by() == Operation.Outcome.By.NONE;
        return new NoAnswer(
                oneWay ? new DepartmentReply.Answered(Map.of()) : new DepartmentReply.Pending(Map.of(), null), false);
    }

    /** Nothing was sent, and the department is not to blame. */
    static Heard notSent(DepartmentReply reply) {
        return new NoAnswer(reply, false);
    }

    /** Surely nothing was done. */
    static Heard outOfReach(String cause) {
        return new NoAnswer(new DepartmentReply.Unavailable(cause, null), true);
    }

    static Heard unavailable(String cause, @Nullable Duration retryAfter) {
        return new NoAnswer(new DepartmentReply.Unavailable(cause, retryAfter), false);
    }

    /** Bytes may have left, and what came back tells nothing. */
    static Heard doubt(String cause) {
        return new NoAnswer(new DepartmentReply.Uncertain(cause), true);
    }
}
