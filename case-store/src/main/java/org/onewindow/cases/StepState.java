package org.onewindow.cases;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a step (环节) of a case stands. */
public enum StepState {
    /** Waits for the steps before it. */
    PLANNED,
    /** To be called now; nobody has it yet. */
    READY,
    /** An act that a node holds the lease of: its message may be on the way. */
    CALLING,
    /** Waits for something from outside: an outcome, a payment, an agreement. */
    WAITING,
    /** Will be called again at a known time. */
    RETRYING,
    /** The department wants something added or corrected first. */
    SUPPLEMENT,
    /** Nobody knows whether the act happened, and the hub may not find out by itself. */
    UNCERTAIN,
    /** Cannot go on without an operator. */
    STUCK,
    DONE,
    REFUSED,
    SKIPPED,
    CANCELLED,
    EXPIRED,
    /** Was done, and is to be taken back now; nobody has it yet. */
    UNDOING,
    UNDONE;

    /** Whether nothing will happen to it any more, unless the case ends and it must be taken back. */
    public boolean isFinal() {
        return switch (this) {
            case DONE, REFUSED, SKIPPED, CANCELLED, EXPIRED, UNDONE -> true;
            case PLANNED, READY, CALLING, WAITING, RETRYING, SUPPLEMENT, UNCERTAIN, STUCK, UNDOING -> false;
        };
    }

    /** Whether the steps after it may start. */
    public boolean isOver() {
        return this == DONE || this == SKIPPED;
    }

    /** Whether a node may take it and call. */
    public boolean isReady() {
        return this == READY || this == UNDOING;
    }

    /** The name outside, such as {@code done}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
