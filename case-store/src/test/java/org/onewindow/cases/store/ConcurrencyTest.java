package org.onewindow.cases.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.cases.Given.call;
import static org.onewindow.cases.Given.department;
import static org.onewindow.cases.Given.matter;
import static org.onewindow.cases.Given.operation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.DepartmentReply.Answered;
import org.onewindow.canonical.DepartmentReply.Pending;
import org.onewindow.cases.CaseEvent.Leased;
import org.onewindow.cases.CaseState;
import org.onewindow.cases.Decision;
import org.onewindow.cases.StepState;
import org.onewindow.config.Effect;
import org.onewindow.config.Operation.Outcome.By;

/** Many nodes and threads on the same case at the same time. */
class ConcurrencyTest {

    private static final int STEPS = 25;
    private static final Hall HALL = new Hall(
            matter(IntStream.range(0, STEPS)
                    .mapToObj(i -> call("deed" + i, "deed"))
                    .toArray(org.onewindow.cases.Given.Part[]::new)),
            department(operation("deed", Effect.NONE).outcome(By.CALLBACK, null, null)));

    @AfterAll
    static void close() {
        HALL.database.close();
    }

    @Test
    void oneOfTwoNodesGetsTheLease() throws Exception {
        for (int round = 0; round < 20; round++) {
            var number = HALL.accepted();

            List<Decision> decisions = atOnce(List.of(() -> lease(number, "node-a"), () -> lease(number, "node-b")));

            assertThat(decisions).filteredOn(Decision::accepted).hasSize(1);
            assertThat(decisions)
                    .filteredOn(decision -> !decision.accepted())
                    .singleElement()
                    .satisfies(decision -> assertThat(decision.refusal()).isEqualTo("not-leased"));
            assertThat(HALL.cases.attempts(number)).hasSize(1);
        }
    }

    private static Decision lease(CaseNumber number, String node) {
        var now = HALL.clock.instant();
        return HALL.cases.apply(
                number, new Leased(now, "deed0", 1, node, now.plusSeconds(40)), new StoredMessage(new byte[] {1}));
    }

    @Test
    void fiftyThreadsLoseNoneOfTheirEvents() throws Exception {
        var number = HALL.accepted();
        var work = new ArrayList<Callable<Decision>>();
        for (int i = 0; i < STEPS; i++) {
            var key = "deed" + i;
            HALL.answer(number, key, new Pending(Map.of(), null));
            work.add(() -> HALL.outcome(number, key, new Pending(Map.of("looked", true), null), key + "-1", 1L));
            work.add(() -> HALL.outcome(number, key, new Answered(Map.of("n", 1)), key + "-2", 2L));
        }

        var decisions = atOnce(work);

        assertThat(decisions).hasSize(50).allMatch(Decision::accepted);
        var found = HALL.find(number);
        assertThat(found.state()).isEqualTo(CaseState.APPROVED);
        assertThat(found.steps().values())
                .allSatisfy(step -> assertThat(step.state()).isEqualTo(StepState.DONE))
                .allSatisfy(step -> assertThat(step.facts()).containsKey("n"));
        assertThat(HALL.cases.verifyTrace()).isEmpty();
    }

    @Test
    void nodesThatSweepAtTheSameTimeRingEachAlarmOnce() throws Exception {
        var number = HALL.accepted();
        HALL.cases.sweep(10_000, (_, _) -> {});
        HALL.clock.advance(Duration.ofSeconds(4));

        var rang = atOnce(IntStream.range(0, 8)
                .<Callable<Long>>mapToObj(_ -> () -> {
                    var count = new ArrayList<CaseNumber>();
                    HALL.cases.sweep(10_000, (swept, _) -> count.add(swept));
                    return count.stream().filter(number::equals).count();
                })
                .toList());

        assertThat(rang.stream().mapToLong(Long::longValue).sum()).isEqualTo(1);
    }

    @Test
    void fiftySubmissionsWithOneKeyOpenOneCase() throws Exception {
        var submitted = atOnce(IntStream.range(0, 50)
                .<Callable<Submitted>>mapToObj(
                        _ -> () -> HALL.cases.open(Hall.submission("one key"), Hall.request("one title")))
                .toList());

        assertThat(submitted).filteredOn(Submitted.Accepted.class::isInstance).hasSize(1);
        assertThat(submitted)
                .allMatch(one -> one instanceof Submitted.Accepted
                        || one instanceof Submitted.Replayed
                        || one instanceof Submitted.InFlight);
    }

    @Test
    void fiftySubmissionsForOneTitleOpenOneCase() throws Exception {
        var submitted = atOnce(IntStream.range(0, 50)
                .<Callable<Submitted>>mapToObj(
                        i -> () -> HALL.cases.open(Hall.submission("key " + i), Hall.request("another title")))
                .toList());

        assertThat(submitted).filteredOn(Submitted.Accepted.class::isInstance).hasSize(1);
        assertThat(submitted)
                .filteredOn(Submitted.AlreadyOpen.class::isInstance)
                .hasSize(49);
    }

    private static <T> List<T> atOnce(List<Callable<T>> work) throws InterruptedException, ExecutionException {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = work.stream()
                    .map(one -> threads.submit(() -> {
                        start.await();
                        return one.call();
                    }))
                    .toList();
            start.countDown();
            var results = new ArrayList<T>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
