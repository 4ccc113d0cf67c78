package org.onewindow.cases;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of a case's trace (全程留痕).
 *
 * @param at to the microsecond
 * @param kind such as {@code step-done}
 * @param stepKey null: the whole case
 * @param details what plain words need; never an identity number, a name or a phone number
 */
public record TraceEntry(Instant at, String kind, @Nullable String stepKey, Map<String, String> details) {

    public TraceEntry {
        at = at.truncatedTo(ChronoUnit.MICROS);
        details = Map.copyOf(details);
    }
}
