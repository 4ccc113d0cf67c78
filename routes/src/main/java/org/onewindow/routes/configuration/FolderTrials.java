package org.onewindow.routes.configuration;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.DepartmentRequest;
import org.onewindow.cases.store.Revisions;
import org.onewindow.config.Archive;
import org.onewindow.config.Diagnostic;
import org.onewindow.connectors.check.Trial;
import org.onewindow.connectors.check.Workbench;

/** Tests and tries departments' folders beside what serves: nothing of it serves, nothing is sent, no secret is used. */
public final class FolderTrials {

    private final Revisions revisions;
    private final Trees trees;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    public FolderTrials(Revisions revisions, Trees trees) {
        this.revisions = revisions;
        this.trees = trees;
    }

    /** What is wrong with a folder, which has so many samples. */
    public record Tested(int samples, List<Diagnostic> findings) {}

    /**
     * What is to be tried.
     *
     * @param sample whose request and answer are taken: its number among those of the operation, from 1, or its folder's name
     * @param request instead of the sample's; null: the sample's
     * @param answer instead of the sample's; null: the sample's, or none where the request is no sample's
     */
    public record Wanted(
            String operation, String sample, @Nullable DepartmentRequest request, @Nullable Answer answer) {}

    /** What a department says; the status is that of HTTP. */
    public record Answer(int status, String body) {}

    /**
     * Checks a folder and runs its samples; empty: no department of this id serves.
     *
     * @param folder null: the one that serves
     */
    public Optional<Tested> test(String id, @Nullable Archive folder) {
        return at(id, folder, bench -> new Tested(bench.samples(), bench.findings()));
    }

    /**
     * Tries one operation; empty: no department of this id serves. In it empty: there is no such operation or sample.
     *
     * @param folder null: the one that serves
     */
    public Optional<Optional<FolderTried>> attempt(String id, @Nullable Archive folder, Wanted wanted) {
        var answer = wanted.answer();
        var wish = new Trial.Wish(
                wanted.operation(),
                wanted.sample(),
                wanted.request(),
                answer == null ? null : new Trial.Answer(answer.status(), answer.body()));
        return at(id, folder, bench -> bench.trial(wish).map(FolderTried::of));
    }

    private <T> Optional<T> at(String id, @Nullable Archive folder, Function<Workbench, T> work) {
        var files = folder == null
                ? revisions.tree(revisions.now().revision()).orElseThrow().department(id)
                : folder;
        if (files.isEmpty()) {
            return Optional.empty();
        }
        oneAtATime.lock();
        try (var bench = trees.bench()) {
            bench.lay(files);
            return Optional.of(work.apply(bench));
        } finally {
            oneAtATime.unlock();
        }
    }
}
