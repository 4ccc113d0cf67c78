package org.onewindow.cases.store;

import java.time.Duration;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.onewindow.cases.store.DepartmentSlots.Slot;
import org.onewindow.config.Department;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The slots of {@link DepartmentSlots}, each used for more than one call: a node keeps a slot for a second, then it must give it back
 * and ask again, so that every node comes to its turn and the database is not asked twice for every call.
 *
 * <p>Calls to a department with a rate are counted one by one, so their slots are never kept.
 */
public final class KeptSlots implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KeptSlots.class);
    private static final Duration KEPT = Duration.ofSeconds(1);
    private static final long TIDY_MILLIS = 250;

    /** A department that is full is full for hundreds of waiting callers: one of them asks the database, once in so long. */
    private static final Duration ASK_AGAIN = Duration.ofMillis(50);

    private static final Executor APART = Thread.ofVirtual().name("slot-", 0)::start;

    private final DepartmentSlots slots;
    private final Map<String, Kept> departments = new ConcurrentHashMap<>();
    private final ScheduledExecutorService tidying = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("slots").factory());

    public KeptSlots(DepartmentSlots slots) {
        this.slots = slots;
        var _ = tidying.scheduleWithFixedDelay(this::tidy, TIDY_MILLIS, TIDY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** As {@link DepartmentSlots#acquire}. */
    public Optional<Slot> acquire(String department, Department.Limits limits, Duration holdAtMost) {
        return limits.ratePerSecond() == null
                ? departments.computeIfAbsent(department, Kept::new).acquire(limits, holdAtMost)
                : apart(() -> slots.acquire(department, limits, holdAtMost))
                        .map(slot -> () -> soon(() -> giveBack(department, slot)));
    }

    /**
     * On a thread of its own: who asks may run out of time and be interrupted, and an interrupt inside the driver costs the database
     * connection. A slot that comes too late goes back.
     */
    private static Optional<Slot> apart(Supplier<Optional<Slot>> asking) {
        var asked = CompletableFuture.supplyAsync(asking, APART);
        try {
            return asked.get();
        } catch (InterruptedException late) {
            var _ = asked.thenAccept(slot -> slot.ifPresent(Slot::close));
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        }
    }

    private void soon(Runnable givingBack) {
        try {
            tidying.execute(givingBack);
        } catch (RejectedExecutionException stopping) {
            givingBack.run();
        }
    }

    private static void giveBack(String department, Slot slot) {
        try {
            slot.close();
        } catch (RuntimeException away) {
            LOG.warn("a slot of {} could not be given back; it is free again by its time", department);
        }
    }

    /** As {@link DepartmentSlots#freeThoseOfLostNodes}. */
    public void freeThoseOfLostNodes() {
        slots.freeThoseOfLostNodes();
    }

    private void tidy() {
        departments.values().forEach(Kept::giveBackOld);
    }

    @Override
    public void close() {
        tidying.close();
        departments.values().forEach(Kept::giveBackAll);
    }

    private record Taken(Slot slot, long at, Duration holdAtMost) {

        boolean isFresh() {
            return System.nanoTime() - at < KEPT.toNanos();
        }
    }

    private final class Kept {

        private final String department;
        private final Deque<Taken> idle = new ConcurrentLinkedDeque<>();
        private final ReentrantLock asking = new ReentrantLock();
        private volatile long fullAt = System.nanoTime() - ASK_AGAIN.toNanos();

        Kept(String department) {
            this.department = department;
        }

        /** One thread at a time asks the database: the others may find what is given back meanwhile. */
        Optional<Slot> acquire(Department.Limits limits, Duration holdAtMost) {
            var at = fromIdle(holdAtMost);
            if (at.isPresent() || isFull()) {
                return at;
            }
            asking.lock();
            try {
                return fromIdle(holdAtMost).or(() -> isFull() ? Optional.empty() : ask(limits, holdAtMost));
            } finally {
                asking.unlock();
            }
        }

        private Optional<Slot> ask(Department.Limits limits, Duration holdAtMost) {
            var slot = apart(() -> slots.acquire(department, limits, holdAtMost.plus(KEPT)));
            if (slot.isEmpty()) {
                fullAt = System.nanoTime();
            }
            return slot.map(taken -> kept(new Taken(taken, System.nanoTime(), holdAtMost)));
        }

        private boolean isFull() {
            return System.nanoTime() - fullAt < ASK_AGAIN.toNanos();
        }

        private Optional<Slot> fromIdle(Duration holdAtMost) {
            var last = idle.pollFirst();
            if (last == null) {
                return Optional.empty();
            }
            if (last.isFresh() && last.holdAtMost().compareTo(holdAtMost) >= 0) {
                return Optional.of(kept(last));
            }
            idle.addLast(last);
            return Optional.empty();
        }

        /**
         * The last one first: what is not needed grows old and goes back. Never by the caller's own thread: it may have been
         * interrupted, and would take a database connection with it.
         */
        private Slot kept(Taken taken) {
            return () -> {
                if (taken.isFresh()) {
                    idle.addFirst(taken);
                } else {
                    soon(() -> giveBack(department, taken.slot()));
                }
            };
        }

        void giveBackOld() {
            for (var taken = idle.peekLast(); taken != null && !taken.isFresh(); taken = idle.peekLast()) {
                if (idle.removeLastOccurrence(taken)) {
                    giveBack(department, taken.slot());
                }
            }
        }

        void giveBackAll() {
            for (var taken = idle.pollFirst(); taken != null; taken = idle.pollFirst()) {
                giveBack(department, taken.slot());
            }
        }
    }
}
