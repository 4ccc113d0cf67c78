package org.onewindow.routes.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.onewindow.config.Archive;
import org.onewindow.config.Configuration;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.config.Department;
import org.onewindow.config.Diagnostic;
import org.onewindow.connectors.Connectors;
import org.onewindow.connectors.channel.ChannelForms;

/** Whether files may serve: they hold together, what changed compiles and keeps to its samples, and this hub may have them. */
final class Examination {

    private final Trees trees;
    private final Function<ConfigurationTree, List<String>> objections;

    /**
     * Examines.
     *
     * @param objections why this hub must not have a tree that holds, such as a simulated department in production
     */
    Examination(Trees trees, Function<ConfigurationTree, List<String>> objections) {
        this.trees = trees;
        this.objections = objections;
    }

    /** What was found. */
    sealed interface Found {

        record Good(ConfigurationTree tree) implements Found {}

        record Faulty(List<Diagnostic> findings) implements Found {}

        record Refused(List<String> reasons) implements Found {}
    }

    /** Wholly, but the samples only of departments and channels that are not the same in the files before. */
    Found of(Archive files, Archive before) {
        return switch (trees.read(files)) {
            case Configuration.Broken(var findings) -> new Found.Faulty(findings);
            case Configuration.Loaded(var tree) -> {
                var findings = samples(files, tree, before);
                yield findings.isEmpty() ? allowed(tree) : new Found.Faulty(findings);
            }
        };
    }

    /** Whether this hub may have it; it held together before. */
    Found allowed(ConfigurationTree tree) {
        var reasons = objections.apply(tree);
        return reasons.isEmpty() ? new Found.Good(tree) : new Found.Refused(reasons);
    }

    private List<Diagnostic> samples(Archive files, ConfigurationTree tree, Archive before) {
        var root = trees.unpacked(files);
        var changed = changedDepartments(before, files);
        List<Department> departments = tree.departments().values().stream()
                .filter(department -> changed.contains(department.id()))
                .toList();
        var findings = new ArrayList<>(Connectors.check(root, departments));
        if (before.changesTo(files).keySet().stream().anyMatch(name -> name.startsWith("channels/"))) {
            findings.addAll(ChannelForms.check(root, tree.channels().values()));
        }
        return findings;
    }

    /** The departments whose folders are not the same in both. */
    static SortedSet<String> changedDepartments(Archive before, Archive after) {
        var ids = new TreeSet<>(before.departments());
        ids.addAll(after.departments());
        ids.removeIf(id -> before.department(id).equals(after.department(id)));
        return ids;
    }
}
