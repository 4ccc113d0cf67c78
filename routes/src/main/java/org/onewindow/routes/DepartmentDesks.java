package org.onewindow.routes;

import java.util.Collection;
import java.util.Set;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.connectors.Connectors;
import org.onewindow.routes.configuration.Follower;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The departments' desks in the revisions that are needed. */
record DepartmentDesks(Connectors connectors) implements Follower {

    private static final Logger LOG = LoggerFactory.getLogger(DepartmentDesks.class);

    @Override
    public void prepare(ConfigurationTree next) {
        connectors.prepare(next.departments().values());
    }

    @Override
    public void serve(ConfigurationTree now, Set<String> disabled) {
        connectors.serve(now.departments().values(), disabled);
    }

    @Override
    public void retire(Collection<ConfigurationTree> needed) {
        needed.forEach(this::keep);
        connectors.retire(needed.stream()
                .flatMap(tree -> tree.departments().values().stream())
                .toList());
    }

    /** An old revision's desk may have a queue of its own to listen to, from the start on. */
    private void keep(ConfigurationTree tree) {
        try {
            connectors.prepare(tree.departments().values());
        } catch (RuntimeException cannot) {
            LOG.error("cases that go by configuration {} cannot reach all departments", tree.revision(), cannot);
        }
    }
}
