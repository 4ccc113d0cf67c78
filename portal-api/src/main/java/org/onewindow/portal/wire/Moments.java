package org.onewindow.portal.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;

/** Times as callers write them. */
public final class Moments {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private Moments() {}

    /** A day in Beijing, which stands for its beginning, or a time with its offset. */
    public static Instant instant(String text) {
        try {
            return text.length() == "2026-01-01".length()
                    ? LocalDate.parse(text).atStartOfDay(BEIJING).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException unreadable) {
            throw new Refusal(ProblemCode.PARAMETER_INVALID);
        }
    }
}
