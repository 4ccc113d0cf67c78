package org.onewindow.hub;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * Asks so many times a second, whether or not what was asked before is answered. Only while as many answers are owed as a hub has room
 * for it holds back; it makes up for that at once, and what it held back has waited since it was due.
 */
final class OpenLoop<A> implements AutoCloseable {

    /** A hub refuses more than 256 inquiries at once. */
    private static final int MOST_UNDER_WAY = 128;

    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(5);
    private static final double SECOND = TimeUnit.SECONDS.toNanos(1);

    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Queue<Answer<A>> answers = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final IntFunction<A> question;
    private final int aSecond;
    private final long begin = System.nanoTime();
    private final Future<?> ticks;

    private OpenLoop(int aSecond, IntFunction<A> question) {
        this.question = question;
        this.aSecond = aSecond;
        this.ticks = clock.scheduleAtFixedRate(this::tick, 0, TICK, TimeUnit.NANOSECONDS);
    }

    /**
     * One answer.
     *
     * @param waited since it was meant to be asked, so that what a slow hub delays counts against it
     */
    record Answer<A>(A value, Duration waited) {}

    /** Begins; the question is told which one it is, from 0. */
    static <A> OpenLoop<A> begin(int aSecond, IntFunction<A> question) {
        return new OpenLoop<>(aSecond, question);
    }

    private int due() {
        return (int) ((System.nanoTime() - begin) / SECOND * aSecond);
    }

    private void tick() {
        while (sent.get() < due() && sent.get() - answered.get() < MOST_UNDER_WAY) {
            int number = sent.getAndIncrement();
            long due = begin + (long) ((number + 1) * SECOND / aSecond);
            callers.execute(() -> ask(number, due));
        }
    }

    private void ask(int number, long due) {
        try {
            var value = question.apply(number);
            answers.add(new Answer<>(value, Duration.ofNanos(System.nanoTime() - due)));
        } catch (RuntimeException | Error failure) {
            failures.add(failure);
        } finally {
            answered.incrementAndGet();
        }
    }

    /** How many should be answered by now and are not. */
    int owed() {
        return due() - answered.get();
    }

    int asked() {
        return sent.get();
    }

    /** How many a second were asked until now. */
    double rate() {
        return sent.get() * SECOND / (System.nanoTime() - begin);
    }

    /** Asks no more, and waits for what is under way. */
    List<Answer<A>> end() throws InterruptedException {
        ticks.cancel(false);
        clock.shutdown();
        clock.awaitTermination(1, TimeUnit.MINUTES);
        callers.shutdown();
        callers.awaitTermination(1, TimeUnit.MINUTES);
        return new ArrayList<>(answers);
    }

    List<Throwable> failures() {
        return new ArrayList<>(failures);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        callers.shutdownNow();
    }
}
