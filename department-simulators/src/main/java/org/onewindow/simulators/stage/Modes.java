package org.onewindow.simulators.stage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * The switches of the control API: how a department, or one operation of it, behaves for the next calls.
 *
 * <p>A switch for an operation goes before one for the whole department; names compare without case, dashes and
 * underscores, so that {@code lien-query} is {@code LIEN_QUERY}.
 */
public final class Modes {

    private final List<Switch> switches = new ArrayList<>();
    private int generation;

    /** Replaces the switch of the same department and operation. An empty operation stands for all. */
    public synchronized void set(String department, String operation, Mode mode, int times) {
        clear(department, operation);
        switches.add(new Switch(department, operation, mode, times));
    }

    public synchronized void clear() {
        switches.clear();
        generation++;
        notifyAll();
    }

    public synchronized void clear(String department, String operation) {
        switches.removeIf(one ->
                one.department.equals(department) && folded(one.operation).equals(folded(operation)));
        generation++;
        notifyAll();
    }

    /** How this call goes; uses up one of the switch's times. */
    public Mode take(String department, String operation) {
        return take(department, operation, kind -> kind != Mode.Kind.DUPLICATE);
    }

    /** As {@link #take(String, String)}, for what goes out: only the kinds that mean something there. */
    public Mode takeOutgoing(String department, String operation, Set<Mode.Kind> meant) {
        var own = take(one -> one.isFor(department, operation) && meant.contains(one.mode.kind()));
        return own.is(Mode.Kind.NORMAL)
                ? take(one -> one.isForAll(department) && one.mode.is(Mode.Kind.DUPLICATE))
                : own;
    }

    /** As {@link #take(String, String)}, for where a double answer means something. */
    public Mode takeAny(String department, String operation) {
        return take(department, operation, kind -> true);
    }

    /** Only a switch for this very operation, or one that takes the whole department down. */
    public Mode takeOwn(String department, String operation) {
        var own = take(one -> one.isFor(department, operation));
        return own.is(Mode.Kind.NORMAL) ? take(one -> one.isForAll(department) && one.mode.is(Mode.Kind.DOWN)) : own;
    }

    public synchronized boolean isDown(String department) {
        return switches.stream().anyMatch(one -> one.isForAll(department) && one.mode.is(Mode.Kind.DOWN));
    }

    public synchronized List<Switch> all() {
        return List.copyOf(switches);
    }

    /** Waits until some switch is cleared, at most this long. */
    public synchronized void awaitClearing(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        int seen = generation;
        for (long left = atMost.toNanos(); seen == generation && left > 0; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    private Mode take(String department, String operation, Predicate<Mode.Kind> meant) {
        var own = take(one -> one.isFor(department, operation) && meant.test(one.mode.kind()));
        return own.is(Mode.Kind.NORMAL) ? take(one -> one.isForAll(department) && meant.test(one.mode.kind())) : own;
    }

    private synchronized Mode take(Predicate<Switch> applies) {
        for (int i = 0; i < switches.size(); i++) {
            var one = switches.get(i);
            if (applies.test(one)) {
                if (one.times == 1) {
                    switches.remove(i);
                } else if (one.times > 1) {
                    switches.set(i, new Switch(one.department, one.operation, one.mode, one.times - 1));
                }
                return one.mode;
            }
        }
        return Mode.NORMAL;
    }

    /** The form in which names of operations compare. */
    public static String folded(String operation) {
        return operation.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
    }

    /** One switch. Times below 1: until it is cleared. */
    public record Switch(String department, String operation, Mode mode, int times) {

        private boolean isFor(String otherDepartment, String otherOperation) {
            return department.equals(otherDepartment)
                    && !operation.isEmpty()
                    && folded(operation).equals(folded(otherOperation));
        }

        private boolean isForAll(String otherDepartment) {
            return department.equals(otherDepartment) && operation.isEmpty();
        }
    }
}
