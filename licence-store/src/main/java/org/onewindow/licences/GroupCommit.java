package org.onewindow.licences;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes what comes in together in one transaction: whoever comes first writes for all that wait, so that many callers share one wait for
 * the disk. Nobody returns before their own row is committed.
 */
final class GroupCommit<T> {

    private static final int LARGEST = 256;

    private final Consumer<List<T>> write;
    private final Queue<Waiting<T>> queue = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();

    /**
     * A group of writers.
     *
     * @param write writes all of it and commits, or throws and has written nothing
     */
    GroupCommit(Consumer<List<T>> write) {
        this.write = write;
    }

    /** Returns when it is committed; throws what the writing of its group threw. */
    void add(T row) {
        var mine = new Waiting<>(row);
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
    }

    /** How many wait to be written. */
    int waiting() {
        return queue.size();
    }

    private void writeNext() {
        var group = new ArrayList<Waiting<T>>();
        for (var next = queue.poll(); next != null; next = group.size() < LARGEST ? queue.poll() : null) {
            group.add(next);
        }
        RuntimeException failed = null;
        try {
            write.accept(group.stream().map(one -> one.row).toList());
        } catch (RuntimeException failure) {
            failed = failure;
        }
        for (var one : group) {
            one.failure = failed;
            one.over = true;
        }
    }

    /** Its last two fields are touched with the lock in hand only, or after the lock was in hand. */
    private static final class Waiting<T> {

        private final T row;
        private boolean over;
        private @Nullable RuntimeException failure;

        Waiting(T row) {
            this.row = row;
        }
    }
}
