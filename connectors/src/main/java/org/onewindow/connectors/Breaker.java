package org.onewindow.connectors;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.onewindow.connectors.line.Heard;

/**
 * The circuit breaker of one department: opens when half of the last 20 calls ended in trouble on the line, lets three probes through
 * after 30 s.
 */
final class Breaker {

    private static final Duration OPEN = Duration.ofSeconds(30);

    private static final CircuitBreakerConfig CONFIG = CircuitBreakerConfig.custom()
            .slidingWindowSize(20)
            .minimumNumberOfCalls(20)
            .failureRateThreshold(50)
            .waitDurationInOpenState(OPEN)
            .permittedNumberOfCallsInHalfOpenState(3)
            .recordResult(heard -> heard instanceof Heard.NoAnswer nothing && nothing.trouble())
            .build();

    private final CircuitBreaker breaker;

    Breaker(String department) {
        this.breaker = CircuitBreaker.of(department, CONFIG);
    }

    /** Where the breaker stands. */
    enum Position {
        CLOSED(0),
        HALF_OPEN(1),
        OPEN(2);

        private final int level;

        Position(int level) {
            this.level = level;
        }

        /** For a chart: the higher, the less is called. */
        int level() {
            return level;
        }
    }

    Position position() {
        return switch (breaker.getState()) {
            case CLOSED, DISABLED, METRICS_ONLY -> Position.CLOSED;
            case HALF_OPEN -> Position.HALF_OPEN;
            case OPEN, FORCED_OPEN -> Position.OPEN;
        };
    }

    Heard around(Supplier<Heard> call) {
        if (!breaker.tryAcquirePermission()) {
            return Heard.unavailable("breaker open", OPEN);
        }
        long start = System.nanoTime();
        Heard heard = null;
        try {
            heard = call.get();
            return heard;
        } finally {
            if (heard == null) {
                breaker.releasePermission();
            } else {
                breaker.onResult(System.nanoTime() - start, TimeUnit.NANOSECONDS, heard);
            }
        }
    }
}
