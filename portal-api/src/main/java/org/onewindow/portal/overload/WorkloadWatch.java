package org.onewindow.portal.overload;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.store.StoreAway;
import org.onewindow.cases.store.Workload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What waits over all nodes, looked up at most every few seconds however often it is asked for; nobody who asks waits for it. */
@Component
public final class WorkloadWatch {

    private static final Logger LOG = LoggerFactory.getLogger(WorkloadWatch.class);
    private static final long FRESH_NANOS = Duration.ofSeconds(2).toNanos();

    private final Workload workload;
    private final Clock clock;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile Seen seen = new Seen(null, System.nanoTime() - FRESH_NANOS);

    WorkloadWatch(DataSource database, Clock clock) {
        this.workload = new Workload(database);
        this.clock = clock;
    }

    private record Seen(Workload.@Nullable Sample sample, long at) {}

    /** The last sample; empty until there is one, or while the database is away. */
    public Optional<Workload.Sample> last() {
        var known = seen;
        if (System.nanoTime() - known.at() >= FRESH_NANOS && looking.compareAndSet(false, true)) {
            Thread.ofVirtual().name("workload").start(this::look);
        }
        return Optional.ofNullable(known.sample());
    }

    /** What waits at this moment, looked up for whoever asks. */
    public Workload.Sample now() {
        return workload.sample(clock.instant());
    }

    /** How departments answered for this long. */
    public Map<String, Workload.Answers> answers(Duration window) {
        return workload.answers(clock.instant().minus(window));
    }

    private void look() {
        try {
            seen = new Seen(workload.sample(clock.instant()), System.nanoTime());
        } catch (StoreAway away) {
            LOG.debug("the database is away, so nobody knows what waits");
            seen = new Seen(null, System.nanoTime());
        } finally {
            looking.set(false);
        }
    }
}
