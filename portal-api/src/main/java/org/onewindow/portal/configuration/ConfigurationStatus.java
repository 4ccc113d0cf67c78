package org.onewindow.portal.configuration;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.store.NodeRevisions;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.routes.configuration.Adoption;
import org.onewindow.routes.configuration.Succession;

/**
 * Which configuration serves, and whether all is well with it.
 *
 * @param revision what serves on the node that answers
 * @param change the number of the change that made it so
 * @param fault why this node does not follow what shall serve; null: it does
 * @param nodes every node that lives, as it told last
 * @param folder how the folder on this node's disk stands to it
 */
record ConfigurationStatus(
        String revision,
        int change,
        @Nullable String fault,
        List<Line> departments,
        List<NodeRevisions.State> nodes,
        Folder folder) {

    /** One department. */
    record Line(String id, String name, String revision, boolean enabled) {}

    /**
     * The folder on disk, as it was when this node started.
     *
     * @param differs whether it is not what serves
     * @param broken its parts that do not serve because they are broken, such as {@code departments/tax}
     */
    record Folder(String revision, boolean differs, List<String> broken, List<FindingView> findings) {}

    static ConfigurationStatus of(
            Succession succession, ConfigurationTree tree, Adoption.Begun begun, Locale language) {
        var state = succession.state();
        var serves = state.serves();
        var departments = tree.departments().values().stream()
                .map(one -> new Line(
                        one.id(),
                        one.name().in(language),
                        one.revision(),
                        !serves.disabled().contains(one.id())))
                .toList();
        var folder = new Folder(
                begun.folder(),
                !begun.folder().equals(serves.revision()),
                begun.broken(),
                FindingView.of(begun.findings(), language));
        return new ConfigurationStatus(
                serves.revision(), serves.number(), state.fault(), departments, succession.nodes(), folder);
    }
}
