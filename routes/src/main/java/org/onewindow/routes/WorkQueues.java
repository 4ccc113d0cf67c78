package org.onewindow.routes;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.config.Department;
import org.onewindow.routes.configuration.Follower;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The consumers of the departments' work, as many for each as it may be asked at once. */
final class WorkQueues implements Follower {

    private static final Logger LOG = LoggerFactory.getLogger(WorkQueues.class);

    /** Of one department on one node: they share the node's few database connections, and whoever waits too long for one gives up. */
    private static final int CONSUMERS_MAX = 32;

    /** A call under way goes on while its consumer is waited for; after that it goes on alone. */
    private static final int FINISH_SECONDS = 5;

    private final CamelContext camel;
    private final Worker worker;
    private final Map<String, Integer> consumers = new LinkedHashMap<>();

    WorkQueues(CamelContext camel, Worker worker) {
        this.camel = camel;
        this.worker = worker;
    }

    @Override
    public void prepare(ConfigurationTree next) {}

    /** New consumers first, then the old ones: a queue is never without. */
    @Override
    public synchronized void serve(ConfigurationTree now, Set<String> disabled) {
        for (var department : now.departments().values()) {
            int wanted = consumersOf(department);
            var before = consumers.put(department.id(), wanted);
            if (before == null || before != wanted) {
                add(department.id(), wanted);
                if (before != null) {
                    remove(department.id(), before);
                }
            }
        }
        for (var id : Set.copyOf(consumers.keySet())) {
            if (!now.departments().containsKey(id)) {
                remove(id, consumers.remove(id));
            }
        }
    }

    private static int consumersOf(Department department) {
        return Math.min(department.limits().concurrency(), CONSUMERS_MAX);
    }

    private void add(String department, int count) {
        try {
            camel.addRoutes(new DepartmentWorkRoute(department, count, worker));
        } catch (Exception failure) {
            throw new IllegalStateException("the work of " + department + " has no consumers", failure);
        }
    }

    /** Apart, for it may have a call under way. */
    private void remove(String department, int count) {
        var route = DepartmentWorkRoute.id(department, count);
        Thread.ofVirtual().name("stop-" + route).start(() -> {
            try {
                camel.getRouteController().stopRoute(route, FINISH_SECONDS, TimeUnit.SECONDS);
                camel.removeRoute(route);
            } catch (Exception failure) {
                LOG.warn("the route {} does not stop; it goes on consuming", route, failure);
            }
        });
    }
}
