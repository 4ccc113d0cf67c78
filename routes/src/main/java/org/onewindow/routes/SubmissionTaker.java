package org.onewindow.routes;

import org.jspecify.annotations.Nullable;

/** Takes what clients hand in by queue, and answers with the same words as every other door. */
public interface SubmissionTaker {

    /**
     * A submission as it came.
     *
     * @param client who the broker says has sent it
     * @param key the idempotency key; null: none
     * @param channel whose form it has; null: the canonical one
     * @param language of the answer, such as {@code en}; null: not said
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Handed(
            String client, @Nullable String key, @Nullable String channel, @Nullable String language, byte[] body) {

        @Override
        public String toString() {
            return "Handed[" + client + "]";
        }
    }

    /**
     * The answer.
     *
     * @param status as over HTTP
     * @param code of a problem; empty: taken
     * @param body JSON: the case, or the problem (RFC 9457)
     */
    record Answer(int status, String code, String body) {}

    /** Stored or refused, either way for good; an exception: neither, so it will come again. */
    Answer take(Handed submission);
}
