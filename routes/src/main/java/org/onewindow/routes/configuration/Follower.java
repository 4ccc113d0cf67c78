package org.onewindow.routes.configuration;

import java.util.Collection;
import java.util.Set;
import org.onewindow.config.ConfigurationTree;

/** A part of the hub that has something of its own for a configuration, such as routes. */
public interface Follower {

    /**
     * Makes what the next one needs, beside what serves; nobody notices. An exception says that it cannot serve here, and then it does
     * not.
     */
    void prepare(ConfigurationTree next);

    /**
     * From now on this one serves; it was prepared.
     *
     * @param disabled the departments that are not called for now
     */
    void serve(ConfigurationTree now, Set<String> disabled);

    /**
     * Takes apart what none of these needs, and makes what one of them lacks, such as after a start.
     *
     * @param needed what serves, and what open cases go by
     */
    default void retire(Collection<ConfigurationTree> needed) {}
}
