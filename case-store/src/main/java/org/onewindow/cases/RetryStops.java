package org.onewindow.cases;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The departments whose failing calls are not made again by themselves (the stop switch).
 *
 * @param until by department, {@link #ALL} for every one that has none of its own: failures before this time are held back; {@link
 *     Instant#MAX} while the switch is off. Switched on again, it stays at the time of that, so that older failures stay held;
 *     {@link Instant#MIN}: none are
 */
public record RetryStops(Map<String, Instant> until) {

    /** In the place of a department: every one. */
    public static final String ALL = "*";

    public static final RetryStops NONE = new RetryStops(Map.of());

    public RetryStops {
        until = Map.copyOf(until);
    }

    /** Whether what failed at that time may not be tried again. */
    public boolean hold(String department, Instant failedAt) {
        var line = line(department);
        return line != null && failedAt.isBefore(line);
    }

    /** Whether nothing of the department is tried again now. */
    public boolean isOff(String department) {
        return Instant.MAX.equals(line(department));
    }

    private @Nullable Instant line(String department) {
        return until.getOrDefault(department, until.get(ALL));
    }

    /** Whether departments are held that have no line of their own. */
    public boolean holdOthers() {
        return isHeld(until.getOrDefault(ALL, Instant.MIN));
    }

    /** The departments with a line of their own that differ from all others in being held or not. */
    public Set<String> exceptions() {
        return until.entrySet().stream()
                .filter(one -> !one.getKey().equals(ALL) && isHeld(one.getValue()) != holdOthers())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isHeld(Instant line) {
        return !line.equals(Instant.MIN);
    }
}
