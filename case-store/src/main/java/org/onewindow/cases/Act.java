package org.onewindow.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One effect that a step asks a department for: the act itself, a supplement to it, or its undoing.
 *
 * @param revision counts the times it was asked for anew, not its retries; from 1; part of the effect key
 * @param firstSentAt when its message may first have left; null: never yet
 * @param doubtful whether nobody knows if the department did it
 */
public record Act(int revision, @Nullable Instant firstSentAt, boolean doubtful) {

    static final Act FIRST = new Act(1, null, false);

    boolean isSent() {
        return firstSentAt != null;
    }

    Act sent(Instant at) {
        return firstSentAt == null ? new Act(revision, at, doubtful) : this;
    }

    Act inDoubt() {
        return new Act(revision, firstSentAt, true);
    }

    Act clear() {
        return doubtful ? new Act(revision, firstSentAt, false) : this;
    }

    /** Asked for anew: another effect key, another message. */
    Act anew() {
        return new Act(revision + 1, null, false);
    }
}
