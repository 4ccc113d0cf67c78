package org.onewindow.config;

import java.time.Duration;

/** Checks that durations are more than nothing and not more than anybody means. */
final class BoundsCheck {

    static final Duration ANSWER = Duration.ofMinutes(5);
    static final Duration KEY = Duration.ofDays(3650);
    static final Duration KEPT = Duration.ofDays(36500);
    static final Duration SETTLE = Duration.ofDays(1);
    static final Duration ASKING = Duration.ofDays(30);
    static final Duration OUTCOME = Duration.ofDays(365);
    static final Duration SIGNATURE = Duration.ofHours(1);
    static final Duration PEOPLE = Duration.ofDays(365);
    static final Duration INQUIRY = Duration.ofSeconds(30);
    static final int WORKING_DAYS = 366;

    private final Diagnostics diagnostics;

    BoundsCheck(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void duration(YamlValue mapping, String key, Duration bound) {
        var value = mapping.get(key);
        var text = value.text();
        var duration = text == null ? null : Durations.parse(text).orElse(null);
        if (duration == null) {
            return;
        }
        if (duration.isZero()) {
            diagnostics.report(value.place(), Fault.OUT_OF_BOUNDS, key, "duration", ">", "0s");
        } else if (duration.compareTo(bound) > 0) {
            diagnostics.report(value.place(), Fault.ABOVE_BOUND, key, Contents.scalar(value), shown(bound));
        }
    }

    void days(YamlValue mapping, String key, int bound) {
        var value = mapping.get(key);
        var text = value.text();
        int days = text == null ? 0 : Durations.parseDays(text).orElse(0);
        if (days > bound) {
            diagnostics.report(value.place(), Fault.ABOVE_BOUND, key, Contents.scalar(value), bound + "d");
        }
    }

    private static String shown(Duration bound) {
        if (bound.toDays() > 0) {
            return bound.toDays() + "d";
        }
        return bound.toMinutes() > 0 ? bound.toMinutes() + "m" : bound.toSeconds() + "s";
    }
}
