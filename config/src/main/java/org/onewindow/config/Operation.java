package org.onewindow.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.Localised;

/**
 * One thing a department can be asked (department.yaml, {@code operations:}).
 *
 * @param call the contract's own name for it: WSDL operation, OpenAPI operationId, service or transaction code, or method and path
 *     such as {@code POST /bills}
 * @param kept how long the department remembers an idempotency key; after that doubt is UNCERTAIN; null: for ever
 * @param query for effect {@code query}: how to ask whether it happened
 * @param outcome where the real answer comes later
 * @param timeout overrides the department's
 * @param pages how its answer comes in pages, which the reply mapping sees as one; null: in one piece
 */
public record Operation(
        String id,
        Localised name,
        String call,
        Effect effect,
        @Nullable Duration kept,
        @Nullable Query query,
        @Nullable Outcome outcome,
        @Nullable Duration timeout,
        @Nullable Pages pages) {

    /**
     * How to ask whether an act happened.
     *
     * @param operation the look-up to call
     * @param settle not before this time after the doubt
     * @param happenedWhen a condition over the look-up's {@code facts}; false is a clear no
     */
    public record Query(String operation, Duration settle, Expression happenedWhen) {}

    /**
     * How an answer comes in pages.
     *
     * @param items the field of the body, such as {@code data.items}, whose lists are put together
     * @param parameter the query parameter that asks for the next page; null for {@code link}
     * @param next the field with the cursor of the next page, missing or empty on the last; null but for {@code cursor}
     * @param from the number of the first page
     * @param most an answer with more pages is no answer
     */
    public record Pages(
            Turning by, String items, @Nullable String parameter, @Nullable String next, int from, int most) {

        public enum Turning {
            /** The header {@code Link: rel="next"} (RFC 8288), at the same host. */
            LINK,
            CURSOR,
            /** Counted up until a page has no items. */
            NUMBER
        }
    }

    /**
     * Where the answer of an operation comes later than its acknowledgement.
     *
     * @param by how it comes by itself
     * @param poll the look-up that tells it too; null: none
     * @param every how often to ask; the first time also after this time
     * @param within after which time without it the act is in doubt (its effect class decides); null: the step's limit alone counts
     */
    public record Outcome(By by, @Nullable String poll, @Nullable Duration every, @Nullable Duration within) {

        public enum By {
            CALLBACK,
            QUEUE,
            FILE,
            POLL,
            /** One way: it is done when the message is in the queue or the folder. */
            NONE
        }
    }
}
