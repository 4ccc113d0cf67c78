package org.onewindow.connectors;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.Department;
import org.onewindow.connectors.files.FileLine;
import org.onewindow.connectors.jms.QueueLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The desks of all departments, in each revision that is needed: one is made where it is first asked for, and closed when nobody is at
 * it any more. Safe for many threads.
 */
final class Desks implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Desks.class);

    private final DeskMaker maker;
    /** A consumer takes a second to stop, and nobody who swaps revisions waits for that; one after the other, in their order. */
    private final ExecutorService listening = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("listening-", 0).factory());

    private final Map<Key, Manned> desks = new ConcurrentHashMap<>();
    private final Map<String, Key> serving = new ConcurrentHashMap<>();
    private volatile @Nullable QueueReplyListener replies;
    private volatile @Nullable FileReplyListener files;
    private volatile @Nullable DepartmentEventListener events;

    Desks(DeskMaker maker) {
        this.maker = maker;
    }

    private record Key(String department, String revision) {

        static Key of(Department department) {
            return new Key(department.id(), department.revision());
        }
    }

    /** Does it at the department's desk, which is not closed meanwhile. */
    <T> T at(Department department, Function<DepartmentDesk, T> work) {
        while (true) {
            var manned = ready(department);
            if (manned.enter()) {
                try {
                    return work.apply(manned.desk());
                } finally {
                    manned.leave();
                }
            }
        }
    }

    /** Makes the desk where there is none; one whose folder does not hold is an {@link IllegalArgumentException}. */
    Manned ready(Department department) {
        var there = desks.get(Key.of(department));
        return there == null ? make(department) : there;
    }

    private synchronized Manned make(Department department) {
        var key = Key.of(department);
        var there = desks.get(key);
        if (there == null) {
            there = maker.make(department);
            desks.put(key, there);
            listen(there);
        }
        return there;
    }

    private void listen(Manned manned) {
        var ofQueues = replies;
        var ofFiles = files;
        switch (manned.desk().line()) {
            case QueueLine line when ofQueues != null -> line.repliesTo(ofQueues);
            case FileLine line when ofFiles != null -> line.repliesTo(ofFiles);
            default -> {}
        }
    }

    /** From now on these serve, each in this revision: the measures show it, and what departments tell unasked is read by it. */
    synchronized void serve(Collection<Department> departments) {
        for (var department : departments) {
            var desk = ready(department).desk();
            var before = serving.put(department.id(), Key.of(department));
            maker.serves(desk);
            if (!Key.of(department).equals(before)) {
                tellEvents(desk);
                queue(before).forEach(this::noMoreEvents);
            }
        }
        var ids = departments.stream().map(Department::id).collect(Collectors.toSet());
        for (var gone : Set.copyOf(serving.keySet())) {
            if (!ids.contains(gone)) {
                queue(serving.remove(gone)).forEach(this::noMoreEvents);
                maker.gone(gone);
            }
        }
    }

    /** Closes those that neither serve nor are needed and that nobody is at. */
    synchronized void retire(Collection<Department> needed) {
        var kept = needed.stream().map(Key::of).collect(Collectors.toSet());
        kept.addAll(serving.values());
        for (var key : Set.copyOf(desks.keySet())) {
            var manned = desks.get(key);
            if (manned != null && !kept.contains(key) && manned.closeIfEmpty()) {
                desks.remove(key);
                manned.takeApart();
                queues(Stream.of(manned)).forEach(QueueLine::noMoreAnswers);
            }
        }
    }

    synchronized void repliesTo(QueueReplyListener listener) {
        replies = listener;
        queues(desks.values().stream()).forEach(line -> line.repliesTo(listener));
    }

    synchronized void filesTo(FileReplyListener listener) {
        files = listener;
        for (var manned : desks.values()) {
            if (manned.desk().line() instanceof FileLine line) {
                line.repliesTo(listener);
            }
        }
    }

    synchronized void eventsTo(DepartmentEventListener listener) {
        events = listener;
        serving.values().forEach(key -> queue(key).forEach(line -> line.eventsTo(listener)));
    }

    private void tellEvents(DepartmentDesk desk) {
        var listener = events;
        if (listener != null && desk.line() instanceof QueueLine line) {
            apart(() -> line.eventsTo(listener));
        }
    }

    private void noMoreEvents(QueueLine line) {
        apart(line::noMoreEvents);
    }

    private void apart(Runnable work) {
        listening.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException failure) {
                LOG.error("a department's events are not listened to as they should be", failure);
            }
        });
    }

    private Stream<QueueLine> queue(@Nullable Key key) {
        return queues(key == null ? Stream.empty() : Stream.ofNullable(desks.get(key)));
    }

    private static Stream<QueueLine> queues(Stream<Manned> desks) {
        return desks.map(manned -> manned.desk().line())
                .filter(QueueLine.class::isInstance)
                .map(QueueLine.class::cast);
    }

    @Override
    public void close() {
        listening.close();
        desks.values().forEach(Manned::close);
    }
}
