package org.onewindow.cases;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * Where a case (办件) stands.
 *
 * <p>In public three stages: accepted (受理), reviewed (审核), concluded (办结).
 */
public enum CaseState {
    /** Came in; its materials are being looked at. */
    RECEIVED,
    /** Something must be added or corrected (补正); the clock stands still. */
    SUPPLEMENT,
    /** Complete; the time limit runs. */
    ACCEPTED,
    REVIEWING,
    APPROVED,
    REFUSED,
    /** Ended before it was accepted. */
    NOT_ACCEPTED,
    WITHDRAWN,
    /** Approved, and what it brought is collected or delivered. */
    CLOSED;

    /** Whether departments may still be asked. */
    public boolean isOpen() {
        return switch (this) {
            case RECEIVED, SUPPLEMENT, ACCEPTED, REVIEWING -> true;
            case APPROVED, REFUSED, NOT_ACCEPTED, WITHDRAWN, CLOSED -> false;
        };
    }

    /** The name outside, such as {@code not-accepted}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
