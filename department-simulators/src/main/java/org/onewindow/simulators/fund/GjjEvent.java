package org.onewindow.simulators.fund;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The bean of a change told unasked. */
final class GjjEvent {

    final String event;
    final @Nullable String certNo;
    final @Nullable String applicationNo;
    final Instant at;

    GjjEvent(String event, @Nullable String certNo, @Nullable String applicationNo, Instant at) {
        this.event = event;
        this.certNo = certNo;
        this.applicationNo = applicationNo;
        this.at = at;
    }
}
