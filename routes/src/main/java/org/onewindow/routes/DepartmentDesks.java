package org.onewindow.routes;

import java.util.Collection;
import java.util.Set;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.connectors.Connectors;
import org.onewindow.routes.configuration.Follower;

/** The departments' desks in the revisions that are needed. */
record DepartmentDesks(Connectors connectors) implements Follower {

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
        connectors.retire(needed.stream()
                .flatMap(tree -> tree.departments().values().stream())
                .toList());
    }
}
