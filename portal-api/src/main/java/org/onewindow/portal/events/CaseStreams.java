package org.onewindow.portal.events;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.cases.store.Cases;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The open streams of this node, and the one watcher that tells them when their cases have gone on, on whatever node.
 *
 * <p>It asks for the lengths of all watched traces in one statement, and only while somebody looks. Each stream writes on a thread of
 * its own, so that a client that does not read holds up nobody.
 */
@Component
final class CaseStreams implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CaseStreams.class);
    private static final long TICK_MILLIS = 500;

    private final Set<CaseStream> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("case-streams").factory());
    private final Cases cases;
    private final StreamLimits limits;
    private volatile boolean running;

    CaseStreams(Cases cases, ObjectProvider<StreamLimits> limits) {
        this.cases = cases;
        this.limits = limits.getIfAvailable(StreamLimits::usual);
    }

    /** Lets it begin, unless too many are open. */
    void open(CaseStream stream) {
        admit(stream);
        stream.begin();
        Thread.ofVirtual().name("case-stream").start(() -> {
            try {
                stream.tell(limits.heartbeat());
            } finally {
                open.remove(stream);
            }
        });
    }

    private synchronized void admit(CaseStream stream) {
        if (!running || open.size() >= limits.perNode()) {
            throw new Refusal(ProblemCode.STREAMS_FULL);
        }
        long own =
                open.stream().filter(one -> one.owner().equals(stream.owner())).count();
        if (own >= limits.perCaller()) {
            throw new Refusal(ProblemCode.STREAMS_TOO_MANY);
        }
        open.add(stream);
    }

    int count() {
        return open.size();
    }

    private void look() {
        if (open.isEmpty()) {
            return;
        }
        try {
            var lengths =
                    cases.traceLengths(open.stream().map(CaseStream::number).collect(Collectors.toSet()));
            open.forEach(stream -> tell(stream, lengths));
        } catch (RuntimeException away) {
            LOG.debug("the watched cases could not be looked at; tried again in {} ms", TICK_MILLIS, away);
        }
    }

    private static void tell(CaseStream stream, Map<CaseNumber, Integer> lengths) {
        if (lengths.getOrDefault(stream.number(), 0) > stream.told()) {
            stream.wake();
        }
    }

    @Override
    public void start() {
        running = true;
        var _ = watcher.scheduleWithFixedDelay(this::look, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Before the web server waits for its requests to end: the clients go on at another node. */
    @Override
    public void stop() {
        running = false;
        watcher.shutdownNow();
        open.forEach(CaseStream::end);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
