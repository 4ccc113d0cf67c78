package org.onewindow.simulators.stage;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * How a department behaves at one call.
 *
 * @param delay how long, where the kind has to do with time
 * @param effect whether the call has its effect all the same, where the kind leaves that open
 */
public record Mode(Kind kind, Duration delay, boolean effect) {

    static final Mode NORMAL = new Mode(Kind.NORMAL, Duration.ZERO, true);

    /** Every way to behave; the names are those of the control API. */
    public enum Kind {
        NORMAL("normal", Duration.ZERO, true),
        /** Does as asked, after a while. */
        SLOW("slow", Duration.ofSeconds(3), true),
        /** Takes the request, does nothing and never answers. */
        HANG("hang", Duration.ofMinutes(10), false),
        /** Says no for a reason of the contract. */
        REFUSE("refuse", Duration.ZERO, false),
        /** Breaks in a way that the contract does not speak of. */
        BROKEN("500", Duration.ZERO, false),
        /** Gives the contract's own "try again later". */
        FAULT("fault", Duration.ZERO, false),
        GARBAGE("garbage", Duration.ZERO, false),
        /** Does as asked and breaks off in the middle of its answer. */
        HALF("half", Duration.ZERO, true),
        /** Does as asked and sends callbacks, queue answers and notifications twice. */
        DUPLICATE("duplicate", Duration.ZERO, true),
        /** Does as asked at once and answers when the caller has long stopped waiting. */
        LATE("late", Duration.ofSeconds(60), true),
        EFFECT_THEN_CUT("effect-then-cut", Duration.ZERO, true),
        /** Answers with a document that has a DOCTYPE and an external entity. */
        XXE("xxe", Duration.ZERO, false),
        /** Is not there: the connection is closed, messages stay in the queue. */
        DOWN("down", Duration.ZERO, false);

        private final String word;
        private final Duration delay;
        private final boolean effect;

        Kind(String word, Duration delay, boolean effect) {
            this.word = word;
            this.delay = delay;
            this.effect = effect;
        }

        public String word() {
            return word;
        }

        public Duration delay() {
            return delay;
        }

        public boolean effect() {
            return effect;
        }

        public static Optional<Kind> of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word.equals(word))
                    .findFirst();
        }
    }

    public boolean is(Kind other) {
        return kind == other;
    }
}
