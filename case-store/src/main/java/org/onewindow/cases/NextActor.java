package org.onewindow.cases;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who must act next: who has the ball. */
public enum NextActor {
    DEPARTMENT,
    APPLICANT,
    WINDOW,
    OPERATOR,
    /** The hub itself, or time. */
    NOBODY;

    /** The name outside, such as {@code department}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
