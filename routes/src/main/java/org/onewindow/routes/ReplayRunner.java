package org.onewindow.routes;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.cases.CaseEvent;
import org.onewindow.cases.StepSnapshot;
import org.onewindow.cases.StepState;
import org.onewindow.cases.store.Cases;
import org.onewindow.cases.store.Replay;
import org.onewindow.cases.store.Replays;
import org.onewindow.cases.store.StoreAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on replays that run: one step after the other, each called before the next, no more a second than was allowed.
 *
 * <p>Every step is asked of the case machine, which repeats the same message under the same key and refuses what has gone on by itself;
 * so that a node which ends in the middle, or two at once, double nothing. One virtual thread a replay.
 */
public final class ReplayRunner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayRunner.class);
    /** Of one node at once. */
    private static final int AT_ONCE = 4;
    /** How often a step is offered to its department again that has no slot free, five seconds each. */
    private static final int OFFERS = 6;

    private final Replays replays;
    private final Cases cases;
    private final Worker worker;
    private final Node node;
    private final Set<UUID> inHand = ConcurrentHashMap.newKeySet();
    private final ExecutorService runners = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("replay-", 0).factory());

    ReplayRunner(Replays replays, Cases cases, Worker worker, Node node) {
        this.replays = replays;
        this.cases = cases;
        this.worker = worker;
        this.node = node;
    }

    /** Takes one up that waits for a node. */
    public void look() {
        try {
            if (inHand.size() < AT_ONCE) {
                replays.claim(node.name()).filter(inHand::add).ifPresent(id -> runners.execute(() -> work(id)));
            }
        } catch (StoreAway away) {
            LOG.warn("database away, no replay taken up; trying again in a second");
        }
    }

    private void work(UUID id) {
        try {
            while (!Thread.currentThread().isInterrupted()
                    && replays.next(id, node.name()) instanceof Replay.Next.Step step) {
                long begin = System.nanoTime();
                tryAgain(id, step);
                pause(begin, step.rate());
            }
        } catch (StoreAway away) {
            LOG.warn("database away, replay {} goes on when it is back", id);
        } finally {
            inHand.remove(id);
        }
    }

    private static void pause(long begin, int rate) {
        long left = Duration.ofSeconds(1).toNanos() / rate - (System.nanoTime() - begin);
        if (left > 0) {
            LockSupport.parkNanos(left);
        }
    }

    private void tryAgain(UUID id, Replay.Next.Step next) {
        var item = next.item();
        var asked = new CaseEvent.RetryAsked(node.now(), item.key(), next.by(), next.reason());
        var decision = cases.apply(item.number(), asked);
        if (!decision.accepted()) {
            replays.told(id, item.seq(), Replay.Outcome.SKIPPED, decision.refusal());
            return;
        }
        for (int offers = 0; offers < OFFERS && isReady(item); offers++) {
            worker.work(Hint.of(item.number(), item.key()).text());
        }
        var step = step(item.number(), item.key());
        boolean failed = isFailed(step.state()) || step.state().isReady();
        var why = step.why();
        replays.told(
                id,
                item.seq(),
                failed ? Replay.Outcome.FAILED : Replay.Outcome.DONE,
                failed && why != null ? why.code() : null);
    }

    private boolean isReady(Replay.Item item) {
        return step(item.number(), item.key()).state().isReady();
    }

    private StepSnapshot step(CaseNumber number, String key) {
        return cases.find(number).flatMap(found -> found.step(key)).orElseThrow();
    }

    private static boolean isFailed(StepState state) {
        return state == StepState.RETRYING || state == StepState.UNCERTAIN || state == StepState.STUCK;
    }

    /** What is in hand is left to other nodes, or to this one after its start. */
    @Override
    public void close() {
        runners.shutdownNow();
    }
}
