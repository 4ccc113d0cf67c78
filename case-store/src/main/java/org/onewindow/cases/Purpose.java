package org.onewindow.cases;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a call of a step is for. */
public enum Purpose {
    /** What the step itself asks for, be it a look-up or an act. */
    ACT,
    /** Asks for the outcome of an act that the department has taken in. */
    POLL,
    /** Asks whether an act happened, after a doubt. */
    QUERY,
    /** Hands in what the department wanted added or corrected. */
    SUPPLEMENT,
    /** Takes the act back. */
    UNDO;

    /** The name outside, such as {@code undo}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
