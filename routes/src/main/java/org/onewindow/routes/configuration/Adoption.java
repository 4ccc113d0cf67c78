package org.onewindow.routes.configuration;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.onewindow.cases.store.Revisions;
import org.onewindow.cases.store.Revisions.Made;
import org.onewindow.cases.store.Revisions.Now;
import org.onewindow.cases.store.Revisions.Wanted;
import org.onewindow.config.Archive;
import org.onewindow.config.Configuration;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.config.Diagnostic;
import org.onewindow.config.HubFileCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a node serves when it starts: what the database says, for all nodes must agree. A fresh database adopts the folder on disk; a hub
 * for trying out also adopts a folder that was changed since it was adopted last.
 */
public final class Adoption {

    private static final Logger LOG = LoggerFactory.getLogger(Adoption.class);
    private static final Archive EMPTY = Archive.empty();
    private static final String NODE = "start of node ";

    /** A part that is dropped may leave others without what they refer to. */
    private static final int ROUNDS = 6;

    private final Revisions revisions;
    private final Trees trees;
    private final Examination examination;
    private final String node;

    /** Adopts for this node; see {@link ConfigurationDesk} for the objections. */
    public Adoption(
            Revisions revisions, Trees trees, Function<ConfigurationTree, List<String>> objections, String node) {
        this.revisions = revisions;
        this.trees = trees;
        this.examination = new Examination(trees, objections);
        this.node = node;
    }

    /** This node cannot start; each line says what is wrong. */
    public static final class Impossible extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final List<String> lines;

        Impossible(String what, List<String> lines) {
            super(what);
            this.lines = List.copyOf(lines);
        }

        public List<String> lines() {
            return lines;
        }
    }

    /**
     * What serves, and how the folder on disk stands to it.
     *
     * @param folder the revision of the folder; empty where it is none
     * @param broken the parts of the folder that do not serve because they are broken, such as {@code departments/tax}
     * @param findings what is wrong with them
     */
    public record Begun(Now now, String folder, List<String> broken, List<Diagnostic> findings) {

        public Begun {
            broken = List.copyOf(broken);
            findings = List.copyOf(findings);
        }

        /** Whether what lies on disk is not what serves. */
        public boolean differs() {
            return !folder.equals(now.revision());
        }
    }

    /**
     * Decides, and lets the tree serve.
     *
     * @param followsFolder whether a changed folder is adopted when the hub starts, not only by a fresh database
     * @throws Impossible where nothing can serve
     */
    public Begun begin(Path folder, boolean followsFolder) {
        refuse("hub.yaml is broken:", HubFileCheck.in(folder));
        var now = revisions.now();
        boolean wanted = now.number() == 0 || (followsFolder && isNew(folder, now));
        // a setting that one node lacks must not cost all nodes a department: then all of the folder must hold
        var begun = wanted || !holds(now) ? adopt(folder, now, wanted) : keep(folder, now);
        var tree = served(begun.now().revision());
        if (examination.allowed(tree) instanceof Examination.Found.Refused(var reasons)) {
            throw new Impossible("HUB_PROFILE=production is refused:", reasons);
        }
        trees.serve(tree);
        return begun;
    }

    /** What served an older hub may be faulty to this one, or want a setting that is gone: then the folder is the way out. */
    private boolean holds(Now now) {
        return trees.read(revisions.tree(now.revision()).orElseThrow()) instanceof Configuration.Loaded;
    }

    private ConfigurationTree served(String revision) {
        return trees.atHand(revision).orElseGet(() -> switch (trees.read(
                revisions.tree(revision).orElseThrow())) {
            case Configuration.Loaded(var tree) -> tree;
            case Configuration.Broken(var findings) ->
                throw impossible("The configuration " + revision + " of the database does not hold here:", findings);
        });
    }

    private static Impossible impossible(String what, List<Diagnostic> findings) {
        return new Impossible(what, findings.stream().map(Object::toString).toList());
    }

    private static void refuse(String what, List<Diagnostic> findings) {
        if (!findings.isEmpty()) {
            throw impossible(what, findings);
        }
    }

    /** Whoever rolled back what was adopted does not want it again at the next start. */
    private boolean isNew(Path folder, Now now) {
        var revision = revisionOf(folder);
        return !revision.isEmpty()
                && !revision.equals(now.revision())
                && revisions.history(null, 200).stream()
                        .filter(change -> change.kind().equals("adopted"))
                        .limit(1)
                        .noneMatch(change -> change.revision().equals(revision));
    }

    private Begun keep(Path folder, Now now) {
        var begun = new Begun(now, revisionOf(folder), List.of(), List.of());
        if (begun.differs()) {
            LOG.warn(
                    "configuration {} serves, as the database says; {} holds another one. ./hub config diff shows the difference, ./hub config apply lets it serve",
                    now.revision(),
                    folder);
        }
        return begun;
    }

    private static String revisionOf(Path folder) {
        try {
            return Archive.of(folder).revision();
        } catch (Archive.Unfit unfit) {
            return "";
        }
    }

    private Begun adopt(Path folder, Now now, boolean mayLeaveOut) {
        var before = now.number() == 0 ? EMPTY : revisions.tree(now.revision()).orElseThrow();
        var files = files(folder);
        var whole = files;
        var salvage = new Salvage(before);
        List<Diagnostic> all = List.of();
        for (int round = 0; round < ROUNDS; round++) {
            switch (examination.of(files, before)) {
                case Examination.Found.Good _ -> {
                    return adopted(now, before, files, new Begun(now, whole.revision(), salvage.broken(), all));
                }
                case Examination.Found.Refused(var reasons) ->
                    throw new Impossible("HUB_PROFILE=production is refused:", reasons);
                case Examination.Found.Faulty(var findings) -> {
                    all = all.isEmpty() ? findings : all;
                    var saved = mayLeaveOut ? salvage.without(findings, files) : Optional.<Archive>empty();
                    if (saved.isEmpty()) {
                        return nothing(folder, now, new Begun(now, whole.revision(), salvage.broken(), all));
                    }
                    files = saved.get();
                }
            }
        }
        return nothing(folder, now, new Begun(now, whole.revision(), salvage.broken(), all));
    }

    private static Archive files(Path folder) {
        try {
            return Archive.of(folder);
        } catch (Archive.Unfit unfit) {
            throw new Impossible("The configuration in " + folder + " is broken:", List.of(unfit.getMessage()));
        }
    }

    private static Begun nothing(Path folder, Now now, Begun begun) {
        if (now.number() == 0) {
            refuse("The configuration in " + folder + " is broken:", begun.findings());
        }
        LOG.error("the configuration in {} is broken; {} serves on: {}", folder, now.revision(), begun.findings());
        return begun;
    }

    private Begun adopted(Now now, Archive before, Archive files, Begun begun) {
        if (!begun.findings().isEmpty()) {
            LOG.error("broken, and so not served as they are: {}: {}", begun.broken(), begun.findings());
        }
        if (files.equals(before)) {
            return begun;
        }
        var gone = new TreeSet<>(before.departments());
        gone.removeAll(files.departments());
        var disabled = new TreeSet<>(now.disabled());
        disabled.retainAll(files.departments());
        var touched = Examination.changedDepartments(before, files);
        var note = begun.broken().isEmpty() ? "" : "without what is broken: " + String.join(", ", begun.broken());
        var wanted = new Wanted("adopted", files, touched, gone, Set.copyOf(disabled), NODE + node, note);
        return switch (revisions.make(wanted, now)) {
            case Made.Serves(var made) -> new Begun(made, begun.folder(), begun.broken(), begun.findings());
            // another node was first: what it adopted serves here too
            case Made.Overtaken _ -> new Begun(revisions.now(), begun.folder(), List.of(), List.of());
            case Made.Needed(var departments) -> {
                LOG.error(
                        "open cases need {}: the folder on disk is not adopted, {} serves on",
                        departments,
                        now.revision());
                yield begun;
            }
        };
    }
}
