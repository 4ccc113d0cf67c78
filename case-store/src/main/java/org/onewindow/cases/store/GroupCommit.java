package org.onewindow.cases.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Writes what comes in together in one transaction: whoever comes first writes for all that wait, so that many callers share one
 * statement and one wait for the disk. Nobody returns before their own row is committed.
 *
 * @param <T> what is written
 * @param <R> what came of it
 */
public final class GroupCommit<T, R> {

    private final int largest;
    private final Function<List<T>, List<R>> write;
    private final Predicate<RuntimeException> oneRows;
    private final Queue<Waiting<T, R>> queue = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();

    /**
     * A group of writers.
     *
     * @param largest group that is written at once
     * @param write writes all of it and commits, or throws and has written nothing; what came of each, in the same order
     * @param oneRows whether a failure may be the fault of one row: each is written alone then, and takes no other with it
     */
    public GroupCommit(int largest, Function<List<T>, List<R>> write, Predicate<RuntimeException> oneRows) {
        this.largest = largest;
        this.write = write;
        this.oneRows = oneRows;
    }

    /** Returns when it is committed; throws what the writing of its row threw. */
    public R add(T row) {
        var mine = new Waiting<T, R>(row);
        queue.add(mine);
        writing.lock();
        try {
            while (!mine.over) {
                writeNext();
            }
        } finally {
            writing.unlock();
        }
        var failure = mine.failure;
        if (failure != null) {
            throw failure;
        }
        return Objects.requireNonNull(mine.result, "what came of it");
    }

    /** How many wait to be written. */
    int waiting() {
        return queue.size();
    }

    private void writeNext() {
        var group = new ArrayList<Waiting<T, R>>();
        for (var next = queue.poll(); next != null; next = group.size() < largest ? queue.poll() : null) {
            group.add(next);
        }
        write(group);
    }

    private void write(List<Waiting<T, R>> group) {
        try {
            var results = write.apply(group.stream().map(one -> one.row).toList());
            for (int i = 0; i < group.size(); i++) {
                group.get(i).result = results.get(i);
                group.get(i).over = true;
            }
        } catch (RuntimeException failure) {
            if (group.size() > 1 && oneRows.test(failure)) {
                group.forEach(one -> write(List.of(one)));
            } else {
                group.forEach(one -> one.failed(failure));
            }
        } catch (Error broken) {
            group.forEach(one -> one.failed(new IllegalStateException("the writing of its group broke", broken)));
            throw broken;
        }
    }

    /** All but its row is touched with the lock in hand only, or after the lock was in hand. */
    private static final class Waiting<T, R> {

        private final T row;
        private boolean over;
        private @Nullable R result;
        private @Nullable RuntimeException failure;

        Waiting(T row) {
            this.row = row;
        }

        void failed(RuntimeException why) {
            failure = why;
            over = true;
        }
    }
}
