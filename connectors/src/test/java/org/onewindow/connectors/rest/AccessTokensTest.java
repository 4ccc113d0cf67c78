package org.onewindow.connectors.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.onewindow.connectors.http.HttpAnswer;
import org.onewindow.connectors.http.HttpClients;
import org.onewindow.connectors.rest.AccessTokens.NoToken;

/** One token for all callers of a department, and one failure. */
@Timeout(30)
final class AccessTokensTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T01:30:15Z"), ZoneOffset.UTC);

    private final CountDownLatch answered = new CountDownLatch(1);
    private final AtomicInteger fetches = new AtomicInteger();
    private final Queue<String> told = new ConcurrentLinkedQueue<>();

    @Test
    void areFetchedOnceForAllWhoWait() throws InterruptedException {
        var tokens = new AccessTokens(() -> later(200), CLOCK);
        var callers = waiting(tokens);

        answered.countDown();
        for (var caller : callers) {
            caller.join();
        }

        assertThat(told).hasSize(5).containsOnly("t1");
        assertThat(fetches).hasValue(1);
    }

    @Test
    void shareTheFailureAmongAllWhoWaited() throws InterruptedException {
        var tokens = new AccessTokens(() -> later(503), CLOCK);
        var callers = waiting(tokens);

        answered.countDown();
        for (var caller : callers) {
            caller.join();
        }

        assertThat(told).hasSize(5).containsOnly("its token end point answered HTTP 503");
        assertThat(fetches).hasValue(1);
    }

    @Test
    void areFetchedAgainAfterAFailure() {
        answered.countDown();
        var tokens = new AccessTokens(() -> later(fetches.get() == 0 ? 503 : 200), CLOCK);
        assertThatThrownBy(tokens::current).isInstanceOf(NoToken.class);

        assertThat(tokens.current()).isEqualTo("t2");
        assertThat(tokens.current()).isEqualTo("t2");
    }

    @Test
    void areWaitedForNoLongerThanTheCallItselfMayLast() throws InterruptedException {
        var tokens = new AccessTokens(() -> later(200), CLOCK);
        var callers = waiting(tokens);

        assertThatThrownBy(() -> ScopedValue.where(HttpClients.PATIENCE, Duration.ofMillis(20))
                        .call(tokens::current))
                .isInstanceOf(NoToken.class)
                .hasMessageContaining("does not answer");
        answered.countDown();
        for (var caller : callers) {
            caller.join();
        }
    }

    /** Five callers at an end point that does not answer yet. */
    private List<Thread> waiting(AccessTokens tokens) {
        var callers = new ArrayList<Thread>();
        for (int i = 0; i < 5; i++) {
            callers.add(Thread.ofPlatform().start(() -> told.add(tokenOrFailure(tokens))));
        }
        await().until(() -> callers.stream()
                .allMatch(caller ->
                        caller.getState() == Thread.State.WAITING || caller.getState() == Thread.State.TIMED_WAITING));
        return callers;
    }

    private static String tokenOrFailure(AccessTokens tokens) {
        try {
            return tokens.current();
        } catch (NoToken none) {
            return String.valueOf(none.getMessage());
        }
    }

    private HttpAnswer later(int status) {
        int number = fetches.incrementAndGet();
        try {
            answered.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        return new HttpAnswer(
                status,
                Map.of(),
                "{\"access_token\": \"t%d\", \"expires_in\": 600}"
                        .formatted(number)
                        .getBytes(UTF_8));
    }
}
