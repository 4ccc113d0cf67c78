package org.onewindow.cases.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.onewindow.cases.store.DepartmentSlots.Slot;
import org.onewindow.config.Department;

class KeptSlotsTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final HikariDataSource database = Database.fresh();
    private final HandClock time = new HandClock();
    private final KeptSlots here = new KeptSlots(new DepartmentSlots(database, time.life(database, "here")));
    private final KeptSlots there = new KeptSlots(new DepartmentSlots(database, time.life(database, "there")));

    @AfterEach
    void close() {
        here.close();
        there.close();
        database.close();
    }

    private static Department.Limits limits(int concurrency, @Nullable Integer rate) {
        return new Department.Limits(Duration.ofSeconds(10), concurrency, rate, null);
    }

    @Test
    void usesASlotForManyCallsAndThenLetsTheOtherNodesHaveIt() {
        for (int i = 0; i < 3; i++) {
            here.acquire("tax", limits(1, null), LONG).orElseThrow().close();
        }

        assertThat(there.acquire("tax", limits(1, null), LONG)).as("kept here").isEmpty();
        await().untilAsserted(() ->
                assertThat(there.acquire("tax", limits(1, null), LONG)).isPresent());
    }

    @Test
    void asksTheDatabaseSeldomWhileADepartmentIsFullHoweverManyWait() {
        var asked = new AtomicInteger();
        var counted = (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (_, method, arguments) -> {
                    asked.incrementAndGet();
                    return method.invoke(database, arguments);
                });
        try (var slots = new KeptSlots(new DepartmentSlots(counted, time.life(database, "full")))) {
            var held = slots.acquire("tax", limits(1, null), LONG).orElseThrow();
            asked.set(0);
            long start = System.nanoTime();
            for (int i = 0; i < 2000; i++) {
                assertThat(slots.acquire("tax", limits(1, null), LONG)).isEmpty();
            }
            long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);

            assertThat(asked.get()).isBetween(1, 1 + (int) (took / 50));
            held.close();
            await().atMost(Duration.ofSeconds(2))
                    .untilAsserted(() -> assertThat(slots.acquire("tax", limits(1, null), LONG))
                            .isPresent());
        }
    }

    @Test
    void isNoLongerKeptWhereItWasInUseTheWholeTime() {
        var slot = here.acquire("tax", limits(1, null), LONG).orElseThrow();
        await().pollDelay(Duration.ofMillis(1100)).until(() -> true);
        slot.close();

        await().atMost(Duration.ofSeconds(2))
                .untilAsserted(() ->
                        assertThat(there.acquire("tax", limits(1, null), LONG)).isPresent());
    }

    @Test
    void neverLetsMoreThanThatCallAtTheSameTime() throws Exception {
        var calling = new AtomicInteger();
        var most = new AtomicInteger();
        var served = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = IntStream.range(0, 40)
                    .mapToObj(i -> threads.submit(() -> {
                        for (int round = 0; round < 10; round++) {
                            var slot = (i % 2 == 0 ? here : there).acquire("tax", limits(4, null), LONG);
                            slot.ifPresent(_ -> {
                                most.accumulateAndGet(calling.incrementAndGet(), Math::max);
                                served.incrementAndGet();
                                calling.decrementAndGet();
                            });
                            slot.ifPresent(Slot::close);
                        }
                    }))
                    .toList();
            for (var one : work) {
                one.get();
            }
        }

        assertThat(most.get()).isBetween(1, 4);
        assertThat(served.get()).isGreaterThan(20);
    }

    @Test
    void countsEveryCallOfADepartmentWithARate() {
        int taken = 0;
        for (int i = 0; i < 20; i++) {
            var slot = here.acquire("tax", limits(8, 5), LONG);
            taken += slot.isPresent() ? 1 : 0;
            slot.ifPresent(Slot::close);
        }

        assertThat(taken).as("within at most two seconds").isBetween(5, 10);
    }

    @Test
    void givesEverythingBackWhenTheNodeStops() {
        here.acquire("tax", limits(1, null), LONG).orElseThrow().close();
        here.close();

        assertThat(there.acquire("tax", limits(1, null), LONG)).isPresent();
    }

    /** A question without time is interrupted; inside the driver that would cost the connection. */
    @Test
    void losesNoConnectionAndNoSlotWhereWhoAsksIsInterrupted() throws Exception {
        var told = new CompletableFuture<Boolean>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table department_slot in access exclusive mode");
            var asking = Thread.startVirtualThread(() -> {
                try {
                    told.complete(here.acquire("tax", limits(1, null), LONG).isPresent());
                } catch (RuntimeException failed) {
                    told.completeExceptionally(failed);
                }
            });
            await().until(() -> database.getHikariPoolMXBean().getActiveConnections() == 2);

            asking.interrupt();

            assertThat(told.get(10, TimeUnit.SECONDS)).isFalse();
            connection.rollback();
        }
        await().untilAsserted(() ->
                assertThat(there.acquire("tax", limits(1, null), LONG)).isPresent());
    }
}
