package org.onewindow.portal.events;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.cases.store.StoreAway;
import org.onewindow.portal.problem.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One client that follows one case: what it has not heard yet, then what comes, then the end.
 *
 * <p>It ends when the case does, when the token runs out, when the case is no longer the caller's to see, and when the node stops.
 */
final class CaseStream {

    private static final Logger LOG = LoggerFactory.getLogger(CaseStream.class);
    private static final long RECONNECT_MILLIS = 2000;

    private final SseEmitter line = new SseEmitter(0L);
    private final Semaphore woken = new Semaphore(0);
    private final CaseReading reading;
    private final String owner;
    private final Instant until;
    private final AtomicInteger told;
    private volatile boolean over;

    /**
     * Begins nothing yet.
     *
     * @param owner whose streams are counted together
     * @param told how many lines of the trace the client has
     * @param until when the caller's token runs out, by the real clock
     */
    CaseStream(CaseReading reading, String owner, int told, Instant until) {
        this.reading = reading;
        this.owner = owner;
        this.told = new AtomicInteger(told);
        this.until = until;
        line.onCompletion(this::end);
        line.onError(_ -> end());
    }

    SseEmitter line() {
        return line;
    }

    String owner() {
        return owner;
    }

    CaseNumber number() {
        return reading.number();
    }

    int told() {
        return told.get();
    }

    void wake() {
        woken.release();
    }

    void end() {
        over = true;
        wake();
    }

    /**
     * The first that the client hears, on the thread of its request: the headers that filters add are written with it, and by no two
     * threads at once.
     */
    void begin() {
        try {
            line.send(SseEmitter.event().reconnectTime(RECONNECT_MILLIS).comment("follows"));
        } catch (IOException gone) {
            end();
        }
    }

    /** Until the end, on a thread of its own: writing blocks while the client does not read. */
    void tell(Duration heartbeat) {
        try {
            while (!over && Instant.now().isBefore(until) && !isToldToTheEnd()) {
                if (!woken.tryAcquire(patience(heartbeat), TimeUnit.MILLISECONDS)) {
                    line.send(SseEmitter.event().comment("still here"));
                }
                woken.drainPermits();
            }
            line.complete();
        } catch (IOException gone) {
            LOG.debug("a client that followed a case has gone");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (Refusal noLongerTheirs) {
            line.complete();
        } catch (RuntimeException fault) {
            if (!over) {
                LOG.error("a client could not follow case {} any further", number(), fault);
            }
            line.complete();
        }
    }

    private long patience(Duration heartbeat) {
        long left = Duration.between(Instant.now(), until).toMillis();
        return Math.max(0, Math.min(left, heartbeat.toMillis()));
    }

    /** While the database is away nothing is known to be new; the watcher wakes us again when it is back. */
    private boolean isToldToTheEnd() throws IOException, InterruptedException {
        try {
            var news = reading.after(told());
            while (!news.lines().isEmpty()) {
                for (var one : news.lines()) {
                    line.send(SseEmitter.event()
                            .id(Integer.toString(told() + 1))
                            .name(one.kind())
                            .data(one, MediaType.APPLICATION_JSON));
                    told.incrementAndGet();
                }
                news = reading.after(told());
            }
            if (news.state().finished()) {
                line.send(SseEmitter.event().name("end").data(news.state(), MediaType.APPLICATION_JSON));
            }
            return news.state().finished();
        } catch (StoreAway away) {
            return false;
        }
    }
}
