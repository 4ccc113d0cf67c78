package org.onewindow.routes.configuration;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.store.NodeRevisions;
import org.onewindow.cases.store.Revisions;
import org.onewindow.cases.store.Revisions.Now;
import org.onewindow.cases.store.StoreAway;
import org.onewindow.config.ConfigurationTree;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets this node follow what is committed to serve: whatever does not change goes on untouched, and what cannot be followed leaves the
 * old one serving and says why.
 */
public final class Succession {

    private static final Logger LOG = LoggerFactory.getLogger(Succession.class);

    /** Looks once a second; takes apart what nobody needs, and tries again what failed, every tenth time. */
    private static final int SELDOM = 10;

    private final Revisions revisions;
    private final NodeRevisions nodes;
    private final Trees trees;
    private final List<Follower> followers;
    private final ReentrantLock swapping = new ReentrantLock();
    private volatile Now served;
    private volatile @Nullable String fault;
    private int looked;

    /**
     * Follows from here.
     *
     * @param served what serves on this node already
     * @param followers in the order in which they are to follow
     */
    public Succession(
            Revisions revisions,
            NodeRevisions nodes,
            Trees trees,
            Now served,
            List<Follower> followers,
            MeterRegistry meters) {
        this.revisions = revisions;
        this.nodes = nodes;
        this.trees = trees;
        this.served = served;
        this.followers = List.copyOf(followers);
        Gauge.builder("hub.configuration.fault", this, one -> one.fault == null ? 0 : 1)
                .description("1: this node cannot follow the configuration that shall serve")
                .register(meters);
        Gauge.builder("hub.configuration.change", this, one -> one.served.number())
                .description("The number of the change that serves on this node")
                .register(meters);
    }

    /**
     * What serves on this node.
     *
     * @param fault why it does not follow; null: it does
     */
    public record State(Now serves, @Nullable String fault) {}

    public State state() {
        return new State(served, fault);
    }

    /** Every node that lives, as it told last. */
    public List<NodeRevisions.State> nodes() {
        return nodes.all();
    }

    /** Tells the others how this node began, and takes up what was disabled. */
    public void begin() {
        swapping.lock();
        try {
            swap(served, trees.get());
            tell();
        } finally {
            swapping.unlock();
        }
    }

    /** Once a second: follows, if there is something to follow. */
    public void look() {
        try {
            boolean seldom = ++looked % SELDOM == 0;
            var now = revisions.now();
            if (now.number() != served.number() && (fault == null || seldom)) {
                follow(now);
            }
            if (seldom) {
                retire();
            }
        } catch (StoreAway away) {
            LOG.warn("database away: the configuration {} serves on", served.revision());
        } catch (RuntimeException fault) {
            LOG.error("nobody looks after the configuration for a second; {} serves on", served.revision(), fault);
        }
    }

    /** Makes what this tree needs, beside what serves. */
    void prepare(ConfigurationTree next) {
        swapping.lock();
        try {
            followers.forEach(follower -> follower.prepare(next));
        } finally {
            swapping.unlock();
        }
    }

    /** Lets this serve from now on. */
    void follow(Now now) {
        swapping.lock();
        try {
            if (now.number() > served.number()) {
                var next = trees.of(now.revision());
                followers.forEach(follower -> follower.prepare(next));
                swap(now, next);
                LOG.info("configuration {} serves (change {})", now.revision(), now.number());
            }
            fault = null;
        } catch (StoreAway away) {
            throw away;
        } catch (RuntimeException cannot) {
            fault = String.valueOf(cannot.getMessage());
            LOG.error("cannot follow to configuration {}; {} serves on", now.revision(), served.revision(), cannot);
        } finally {
            swapping.unlock();
        }
        tell();
    }

    /** What begins from here on begins with the next one; what has begun goes on with its own. */
    private void swap(Now now, ConfigurationTree next) {
        followers.forEach(follower -> follower.serve(next, now.disabled()));
        trees.serve(next);
        served = now;
    }

    private void tell() {
        nodes.tell(served.number(), served.revision(), fault);
    }

    private void retire() {
        var needed = new HashSet<ConfigurationTree>();
        needed.add(trees.get());
        revisions.pinned().forEach(revision -> needed.add(trees.of(revision)));
        followers.forEach(follower -> follower.retire(needed));
    }
}
