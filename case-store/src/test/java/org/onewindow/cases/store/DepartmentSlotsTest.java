package org.onewindow.cases.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.onewindow.config.Department;

class DepartmentSlotsTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final HikariDataSource database = Database.fresh();
    private final HandClock time = new HandClock();
    private final DepartmentSlots here = new DepartmentSlots(database, time.life(database, "here"));
    private final DepartmentSlots there = new DepartmentSlots(database, time.life(database, "there"));

    @AfterEach
    void close() {
        database.close();
    }

    private static Department.Limits limits(int concurrency, @Nullable Integer rate) {
        return new Department.Limits(Duration.ofSeconds(10), concurrency, rate, null);
    }

    @Test
    void givesTheDepartmentsCallsToAllNodesTogether() {
        var held = new ArrayList<DepartmentSlots.Slot>();
        for (int i = 0; i < 4; i++) {
            held.add((i % 2 == 0 ? here : there)
                    .acquire("tax", limits(4, null), LONG)
                    .orElseThrow());
        }

        assertThat(here.acquire("tax", limits(4, null), LONG)).isEmpty();
        assertThat(there.acquire("tax", limits(4, null), LONG)).isEmpty();
        assertThat(here.acquire("civil-affairs", limits(4, null), LONG)).isPresent();
        held.getFirst().close();
        assertThat(there.acquire("tax", limits(4, null), LONG)).isPresent();
    }

    @Test
    void neverLetsMoreThanThatCallAtTheSameTime() throws Exception {
        var calling = new AtomicInteger();
        var most = new AtomicInteger();
        var served = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = IntStream.range(0, 40)
                    .mapToObj(i -> threads.submit(() -> {
                        var slots = i % 2 == 0 ? here : there;
                        for (int round = 0; round < 10; round++) {
                            try (var slot =
                                    slots.acquire("tax", limits(4, null), LONG).orElse(null)) {
                                if (slot != null) {
                                    most.accumulateAndGet(calling.incrementAndGet(), Math::max);
                                    served.incrementAndGet();
                                    calling.decrementAndGet();
                                }
                            }
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
    void givesASlotOfALostNodeToOthersWhenItsTimeIsOver() {
        assertThat(here.acquire("tax", limits(1, null), Duration.ofSeconds(1))).isPresent();
        assertThat(there.acquire("tax", limits(1, null), LONG)).isEmpty();

        await().until(() -> there.acquire("tax", limits(1, null), LONG).isPresent());
    }

    @Test
    void givesTheSlotsOfALostNodeToOthersBeforeTheirTime() {
        var lost = time.life(database, "lost");
        assertThat(new DepartmentSlots(database, lost).acquire("tax", limits(1, null), LONG))
                .isPresent();
        there.freeThoseOfLostNodes();
        assertThat(there.acquire("tax", limits(1, null), LONG)).isEmpty();

        lost.close();
        there.freeThoseOfLostNodes();

        assertThat(there.acquire("tax", limits(1, null), LONG)).isPresent();
    }

    @Test
    void aSlotGivenBackTooLateDoesNotFreeTheNextHolders() {
        var lost = here.acquire("tax", limits(1, null), Duration.ofMillis(1)).orElseThrow();
        await().until(() -> there.acquire("tax", limits(1, null), LONG).isPresent());

        lost.close();

        assertThat(here.acquire("tax", limits(1, null), LONG)).isEmpty();
    }

    @Test
    void keepsTheRateOfAllNodesTogetherWhateverIsFree() {
        var nodes = Stream.iterate(here, node -> node == here ? there : here);
        var granted = nodes.limit(60)
                .map(node -> node.acquire("tax", limits(100, 5), LONG))
                .filter(java.util.Optional::isPresent)
                .count();
        long seconds = Database.count(database, "select 1 + count(*) from department_second where calls >= 5");

        assertThat(granted).isBetween(5L, 5 * (seconds + 2));
        await().atMost(Duration.ofSeconds(3))
                .until(() -> here.acquire("tax", limits(100, 5), LONG).isPresent());
    }

    @Test
    void followsANewLimit() {
        var held = List.of(
                here.acquire("tax", limits(2, null), LONG).orElseThrow(),
                here.acquire("tax", limits(2, null), LONG).orElseThrow());
        assertThat(here.acquire("tax", limits(3, null), LONG)).isPresent();

        held.forEach(DepartmentSlots.Slot::close);

        assertThat(here.acquire("tax", limits(1, null), LONG)).isPresent();
        assertThat(here.acquire("tax", limits(1, null), LONG)).isEmpty();
    }
}
