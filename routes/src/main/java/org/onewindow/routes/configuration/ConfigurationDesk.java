package org.onewindow.routes.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.store.Revisions;
import org.onewindow.cases.store.Revisions.Made;
import org.onewindow.cases.store.Revisions.Now;
import org.onewindow.cases.store.Revisions.Wanted;
import org.onewindow.config.Archive;
import org.onewindow.config.ConfigurationTree;

/**
 * The one door through which the configuration changes: examined, built beside what serves, committed, then swapped.
 *
 * <p>Whatever is answered with {@link Applied.Serves} is committed and serves on this node.
 */
public final class ConfigurationDesk {

    private static final int TRIES = 3;
    private static final int HISTORY_MAX = 200;

    private final Revisions revisions;
    private final Trees trees;
    private final Examination examination;
    private final Succession succession;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    /**
     * The desk of one node.
     *
     * @param objections why this hub must not have a tree that holds, such as a simulated department in production
     */
    public ConfigurationDesk(
            Revisions revisions,
            Trees trees,
            Succession succession,
            Function<ConfigurationTree, List<String>> objections) {
        this.revisions = revisions;
        this.trees = trees;
        this.examination = new Examination(trees, objections);
        this.succession = succession;
    }

    /** Who changes it, and why. */
    public record By(String login, String note) {}

    /** What shall be, made of what is. */
    private record Next(String kind, Archive files, Set<String> disabled, Set<String> touched, boolean servedBefore) {}

    /** The whole tree as it is here. Departments that are new start disabled. */
    public Applied apply(Archive tree, By by) {
        return change(by, (now, files) -> Optional.of(next("applied", now, files, tree)));
    }

    /** One department as it is here, new or not; whatever else is in the files does not count. */
    public Applied applyDepartment(String id, Archive folder, By by) {
        return change(by, (now, files) -> Optional.of(next("applied", now, files, files.withDepartment(id, folder))));
    }

    /** Without this department. */
    public Applied remove(String id, By by) {
        return change(
                by,
                (now, files) -> files.department(id).isEmpty()
                        ? Optional.empty()
                        : Optional.of(next(
                                "removed",
                                now,
                                files,
                                files.part(name -> !name.startsWith("departments/" + id + "/")))));
    }

    /**
     * Back to this revision; null: to the one before what serves. It is not examined again, and its departments are no new ones: it
     * served.
     */
    public Applied rollBack(@Nullable String revision, By by) {
        return change(by, (now, files) -> Optional.ofNullable(revision)
                .or(this::before)
                .flatMap(revisions::tree)
                .map(tree -> new Next(
                        "rolled-back",
                        tree,
                        stillDisabled(now, tree),
                        Examination.changedDepartments(files, tree),
                        true)));
    }

    private Optional<String> before() {
        var now = revisions.now();
        return revisions.history(null, HISTORY_MAX).stream()
                .filter(change -> change.revision().equals(now.revision()) && change.parent() != null)
                .map(Revisions.Change::parent)
                .filter(parent -> !now.revision().equals(parent))
                .findFirst();
    }

    /** From now on it is called, or not: what is to be asked of it waits. */
    public Applied enable(String id, boolean enabled, By by) {
        return change(by, (now, files) -> {
            if (files.department(id).isEmpty()) {
                return Optional.empty();
            }
            var disabled = new TreeSet<>(now.disabled());
            if (enabled) {
                disabled.remove(id);
            } else {
                disabled.add(id);
            }
            return Optional.of(new Next(enabled ? "enabled" : "disabled", files, disabled, Set.of(id), true));
        });
    }

    private static Next next(String kind, Now now, Archive files, Archive next) {
        var disabled = stillDisabled(now, next);
        next.departments().stream()
                .filter(id -> !files.departments().contains(id))
                .forEach(disabled::add);
        return new Next(kind, next, disabled, Examination.changedDepartments(files, next), false);
    }

    private static Set<String> stillDisabled(Now now, Archive next) {
        var disabled = new TreeSet<>(now.disabled());
        disabled.retainAll(next.departments());
        return disabled;
    }

    /** What shall be; empty: what is asked for does not exist. */
    @FunctionalInterface
    private interface Edit {
        Optional<Next> of(Now now, Archive files);
    }

    private Applied change(By by, Edit edit) {
        oneAtATime.lock();
        try {
            for (int tried = 0; tried < TRIES; tried++) {
                var answer = attempt(by, edit);
                if (!(answer instanceof Applied.Overtaken)) {
                    return answer;
                }
            }
            return new Applied.Overtaken();
        } finally {
            oneAtATime.unlock();
        }
    }

    private Applied attempt(By by, Edit edit) {
        var now = revisions.now();
        var files = revisions.tree(now.revision()).orElseThrow();
        var wanted = edit.of(now, files);
        if (wanted.isEmpty()) {
            return new Applied.Unknown();
        }
        var next = wanted.get();
        if (next.files().equals(files) && next.disabled().equals(now.disabled())) {
            return new Applied.Serves(now.revision(), now.number(), false, List.of(), now.disabled());
        }
        var found = next.servedBefore()
                ? examination.allowed(trees.stored(next.files().revision()))
                : examination.of(next.files(), files);
        return switch (found) {
            case Examination.Found.Faulty(var findings) -> new Applied.Faulty(findings);
            case Examination.Found.Refused(var reasons) -> new Applied.Refused(reasons);
            case Examination.Found.Good(var tree) -> commit(by, now, files, next, tree);
        };
    }

    private Applied commit(By by, Now now, Archive files, Next next, ConfigurationTree tree) {
        succession.prepare(tree);
        var gone = new ArrayList<>(files.departments());
        gone.removeAll(next.files().departments());
        var wanted =
                new Wanted(next.kind(), next.files(), next.touched(), gone, next.disabled(), by.login(), by.note());
        return switch (revisions.make(wanted, now)) {
            case Made.Overtaken _ -> new Applied.Overtaken();
            case Made.Needed(var departments) -> new Applied.Needed(departments);
            case Made.Serves(var made) -> {
                succession.follow(made);
                yield new Applied.Serves(
                        made.revision(), made.number(), true, List.copyOf(next.touched()), made.disabled());
            }
        };
    }

    /** The files of what serves, or of what served once. */
    public Optional<Archive> files(@Nullable String revision) {
        return revisions.tree(revision == null ? revisions.now().revision() : revision);
    }

    /** The newest changes, newest first. */
    public List<Revisions.Change> history(@Nullable String department, int limit) {
        return revisions.history(department, Math.clamp(limit, 1, HISTORY_MAX));
    }
}
