package org.onewindow.portal.overload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.onewindow.cases.store.Workload;

class BacklogTest {

    private static final Instant NOW = Instant.parse("2026-11-26T02:00:00Z");

    private static Backlog with(int late, int ready) {
        var queues = Map.of("tax", new Workload.Queue(ready, NOW));
        return new Backlog(
                () -> Optional.of(new Workload.Sample(NOW, late, NOW, queues, Map.of(), Map.of(), 0)), 10_000);
    }

    @Test
    void isTooLongWhenMoreWaitsThanIsAllowed() {
        assertThat(with(4_000, 6_000).isTooLong()).isFalse();
        assertThat(with(4_001, 6_000).isTooLong()).isTrue();
    }

    @Test
    void refusesNobodyWhileNobodyKnowsWhatWaits() {
        assertThat(new Backlog(Optional::empty, 10_000).isTooLong()).isFalse();
    }
}
