package org.onewindow.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Durations as the tree writes them: {@code 500ms 25s 10m 8h 30d}, or in ISO 8601. */
final class Durations {

    private static final Pattern SHORT = Pattern.compile("([0-9]{1,6})(ms|s|m|h|d)");
    private static final Pattern DAYS = Pattern.compile("([0-9]{1,4})d");

    private Durations() {}

    static Optional<Duration> parse(String text) {
        var matcher = SHORT.matcher(text);
        if (!matcher.matches()) {
            return parseIso(text);
        }
        long amount = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "ms" -> Duration.ofMillis(amount);
                    case "s" -> Duration.ofSeconds(amount);
                    case "m" -> Duration.ofMinutes(amount);
                    case "h" -> Duration.ofHours(amount);
                    default -> Duration.ofDays(amount);
                });
    }

    /** Working days, {@code 30d}. */
    static Optional<Integer> parseDays(String text) {
        var matcher = DAYS.matcher(text);
        return matcher.matches() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
    }

    private static Optional<Duration> parseIso(String text) {
        try {
            var duration = Duration.parse(text);
            return duration.isNegative() ? Optional.empty() : Optional.of(duration);
        } catch (DateTimeParseException noDuration) {
            return Optional.empty();
        }
    }
}
