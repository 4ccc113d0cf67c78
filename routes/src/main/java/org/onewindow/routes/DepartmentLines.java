package org.onewindow.routes;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.Localised;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.config.Department;
import org.onewindow.connectors.Connectors;

/** How the lines to the departments stand on this node. */
public final class DepartmentLines {

    private final Supplier<ConfigurationTree> tree;
    private final Connectors connectors;

    public DepartmentLines(Supplier<ConfigurationTree> tree, Connectors connectors) {
        this.tree = tree;
        this.connectors = connectors;
    }

    /**
     * One line.
     *
     * @param breaker {@code closed}, {@code half-open}, {@code open}
     * @param hours when the department serves; null: always
     * @param untilOpening null: it serves now
     * @param disabled whether it is not called for now
     */
    public record Line(
            String id,
            Localised name,
            String breaker,
            @Nullable String hours,
            @Nullable Duration untilOpening,
            boolean disabled) {}

    /** In the order of the configuration. */
    public List<Line> all() {
        return tree.get().departments().values().stream().map(this::line).toList();
    }

    public Optional<Line> of(String id) {
        return Optional.ofNullable(tree.get().departments().get(id)).map(this::line);
    }

    /**
     * One step of a probe.
     *
     * @param well whether nothing speaks against calling the department
     */
    public record Probe(String step, boolean well, String detail, long ms) {}

    /**
     * Tries the way to a department, enabled or not; empty: there is none of this id.
     *
     * @param lookUp whether it is really asked something, with a sample's request
     */
    public Optional<List<Probe>> probe(String id, boolean lookUp) {
        return Optional.ofNullable(tree.get().departments().get(id))
                .map(department -> connectors.probe(department, lookUp).stream()
                        .map(one -> new Probe(one.step(), one.well(), one.detail(), one.ms()))
                        .toList());
    }

    private Line line(Department department) {
        var state = connectors.stateOf(department);
        var hours = department.limits().hours();
        return new Line(
                department.id(),
                department.name(),
                state.breaker(),
                hours == null ? null : hours.from() + "-" + hours.to(),
                state.untilOpening(),
                state.disabled());
    }
}
