package org.onewindow.connectors;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.Department.Hours;
import org.onewindow.connectors.mapping.HubFunctions;

/** When a department serves; a closed one is not an error. */
final class ServiceHours {

    private ServiceHours() {}

    /** How long until it opens; empty: it is open. */
    static Optional<Duration> untilOpening(@Nullable Hours hours, Clock clock) {
        var now = clock.instant().atZone(HubFunctions.BEIJING);
        if (hours == null || hours.include(now.toLocalTime())) {
            return Optional.empty();
        }
        var today = now.with(hours.from());
        return Optional.of(Duration.between(now, today.isAfter(now) ? today : today.plusDays(1)));
    }
}
