package org.onewindow.cases.store;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This process among the hub's nodes: it beats in the database, by whose clock alone the others take it for living or dead.
 *
 * <p>It trusts its own life a little less long than they do, by the monotonic clock, which goes on while a process is frozen. Whoever
 * lapsed comes back as another incarnation: what the former one had in hand is no longer its own. Safe for many threads.
 */
public final class Life implements AutoCloseable {

    /** How often a process tells that it lives. */
    static final Duration BEAT = Duration.ofSeconds(2);

    /** After this time without a word a process is dead to all others. */
    static final Duration SILENCE = Duration.ofSeconds(9);

    /** After this time since its last word a process no longer trusts its own life. */
    static final Duration TRUST = Duration.ofSeconds(7);

    private static final Logger LOG = LoggerFactory.getLogger(Life.class);

    private final HubNodes nodes;
    private final String name;
    private final LongSupplier nanos;
    private final @Nullable ScheduledExecutorService heart;
    private UUID last = UUID.randomUUID();
    private UUID next = UUID.randomUUID();
    private boolean begun;
    private boolean superseded;
    private volatile @Nullable Span span;

    /** One incarnation's life as this process knows it, in its own nanoseconds. */
    private record Span(UUID incarnation, long since, long until) {}

    Life(DataSource dataSource, String name, LongSupplier nanos, @Nullable ScheduledExecutorService heart) {
        this.nodes = new HubNodes(dataSource);
        this.name = name;
        this.nanos = nanos;
        this.heart = heart;
    }

    /**
     * Begins a life that goes on until it is closed; another process of the same name is dead from now on.
     *
     * @param dataSource at best connections of its own: an overloaded node is not a dead one
     */
    public static Life begin(DataSource dataSource, String name) {
        var heart = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("heart").daemon().factory());
        var life = new Life(dataSource, name, System::nanoTime, heart);
        life.beat();
        var _ = heart.scheduleWithFixedDelay(life::beat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
        return life;
    }

    /** Tells the database that this process lives; never fails, for the next beat may do better. */
    synchronized void beat() {
        long now = nanos.getAsLong();
        var current = span;
        try {
            if (current != null && now - current.until() < 0 && nodes.goesOn(name, current.incarnation())) {
                span = new Span(current.incarnation(), current.since(), now + TRUST.toNanos());
            } else {
                span = null;
                comeToLife(now);
            }
        } catch (RuntimeException failure) {
            LOG.warn("node {} could not tell that it lives: {}", name, failure.getMessage());
        }
    }

    private void comeToLife(long now) {
        if (nodes.begins(name, next, last, !begun)) {
            span = new Span(next, now, now + TRUST.toNanos());
            if (begun) {
                LOG.warn("node {} was silent for too long: others may have taken over its calls", name);
            }
            last = next;
            next = UUID.randomUUID();
            begun = true;
            superseded = false;
        } else if (!superseded) {
            superseded = true;
            LOG.error(
                    "another process runs as node {}: this one calls no department any more; stop it, or give each its own HUB_NODE",
                    name);
        }
    }

    /** Under what acts may be leased now; empty: others may hold this process for dead. */
    public Optional<UUID> incarnation() {
        var current = span;
        return current != null && nanos.getAsLong() - current.until() < 0
                ? Optional.of(current.incarnation())
                : Optional.empty();
    }

    /** Whether this process still lives as it did; asked right before a message leaves. */
    public boolean isStill(UUID incarnation) {
        return incarnation().filter(incarnation::equals).isPresent();
    }

    /**
     * Whether this process may hold silent ones for dead: not before it has lived for as long as one may be silent, for while the
     * database was away all were.
     */
    boolean mayJudge() {
        var current = span;
        return current != null && incarnation().isPresent() && nanos.getAsLong() - current.since() >= SILENCE.toNanos();
    }

    /** The others need not wait: what is still in hand is theirs from now on. */
    @Override
    public void close() {
        if (heart != null) {
            heart.shutdown();
        }
        end();
    }

    private synchronized void end() {
        var current = span;
        span = null;
        if (current != null) {
            try {
                nodes.ends(name, current.incarnation());
            } catch (StoreAway away) {
                LOG.warn("node {} could not take its leave; the others wait {} s", name, SILENCE.toSeconds());
            }
        }
    }
}
