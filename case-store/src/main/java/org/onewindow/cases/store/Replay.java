package org.onewindow.cases.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;

/**
 * A group of failed steps that are tried again one after the other, in the order in which they failed first.
 *
 * @param rate steps a second at most; null: it was not let go yet
 */
public record Replay(
        UUID id,
        int total,
        int waiting,
        int done,
        int failed,
        int skipped,
        String plannedBy,
        Instant plannedAt,
        @Nullable Integer rate,
        @Nullable Instant runAt,
        @Nullable Instant stoppedAt,
        @Nullable Instant finishedAt) {

    /** In one word: {@code planned}, {@code running}, {@code stopped}, {@code finished}. */
    public String state() {
        if (stoppedAt != null) {
            return "stopped";
        }
        if (finishedAt != null) {
            return "finished";
        }
        return runAt == null ? "planned" : "running";
    }

    /** A plan and a few of what is in it. */
    public record Plan(Replay replay, List<Item> sample) {}

    /** One step of it. */
    public record Item(int seq, long message, CaseNumber number, String key) {}

    /** What became of one step. */
    public enum Outcome {
        /** It went on. */
        DONE,
        /** It was called and failed again. */
        FAILED,
        /** It was not called: it had gone on by itself, or a person must decide. */
        SKIPPED
    }

    /** What is to be done next. */
    public sealed interface Next {

        record Step(Item item, int rate, String by, String reason) implements Next {}

        /** Stopped, or nothing is left. */
        record Over() implements Next {}
    }
}
