package org.onewindow.portal.departments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a department is doing.
 *
 * @param breaker of the node that answers; the rest is true over all nodes
 * @param hours when it serves; null: always
 */
record DepartmentHealth(
        String id, String name, Condition state, String breaker, @Nullable String hours, Calls calls, Queue queue) {

    /** In a word, and why in plain ones. */
    record Condition(String code, String label, String why) {}

    /** Of the last minutes. */
    record Calls(
            int minutes, int answered, int failed, @Nullable Instant lastAnswerAt, @Nullable Instant lastFailureAt) {}

    /** The steps that wait to be called. */
    record Queue(int waiting, @Nullable Instant oldestSince) {}
}
