package org.onewindow.routes.configuration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.store.Revisions;
import org.onewindow.config.Archive;
import org.onewindow.config.Configuration;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.config.Serving;
import org.onewindow.config.Settings;
import org.onewindow.connectors.check.Workbench;

/**
 * The trees of this node: the one that serves, and others as they are asked for. Each is unpacked from the database into a folder of
 * its own, which is worth nothing and made anew by every process.
 */
public final class Trees implements Serving, AutoCloseable {

    /** Trees kept in memory besides the one that serves; others are read again. */
    private static final int KEPT = 64;

    private final Revisions revisions;
    private final Path folder;
    private final Settings settings;
    private final Map<String, ConfigurationTree> kept = new ConcurrentHashMap<>();
    private final Deque<String> oldestFirst = new ArrayDeque<>();
    private volatile @Nullable ConfigurationTree current;

    private Trees(Revisions revisions, Path folder, Settings settings) {
        this.revisions = revisions;
        this.folder = folder;
        this.settings = settings;
    }

    /**
     * Trees that are unpacked here.
     *
     * @param folder this process's own; what lies there is deleted
     */
    public static Trees in(Path folder, Revisions revisions, Settings settings) {
        delete(folder);
        return new Trees(revisions, folder, settings);
    }

    @Override
    public ConfigurationTree get() {
        var now = current;
        if (now == null) {
            throw new IllegalStateException("no configuration serves yet");
        }
        return now;
    }

    @Override
    public ConfigurationTree of(@Nullable String revision) {
        var now = get();
        return revision == null || revision.equals(now.revision()) ? now : stored(revision);
    }

    Optional<ConfigurationTree> atHand(String revision) {
        return Optional.ofNullable(kept.get(revision));
    }

    /** A tree that served once, from the database where it is not at hand. */
    ConfigurationTree stored(String revision) {
        var there = kept.get(revision);
        return there == null ? fetch(revision) : there;
    }

    /** Whoever has its tree at hand does not wait for those who read one. */
    private synchronized ConfigurationTree fetch(String revision) {
        var there = kept.get(revision);
        if (there == null) {
            var archive = revisions
                    .tree(revision)
                    .orElseThrow(() -> new IllegalStateException("configuration " + revision + " is not stored"));
            there = Configuration.stored(unpacked(archive), settings).orThrow();
            keep(there);
        }
        return there;
    }

    /** Reads and checks the files as a tree; one that holds together is at hand from now on. */
    synchronized Configuration read(Archive archive) {
        var read = Configuration.load(unpacked(archive), settings);
        switch (read) {
            case Configuration.Loaded(var tree) -> keep(tree);
            // what is at hand was good when it served, and its files are in use
            case Configuration.Broken _ when kept.containsKey(archive.revision()) -> {}
            case Configuration.Broken _ -> delete(unpacked(archive));
        }
        return read;
    }

    private void keep(ConfigurationTree tree) {
        if (kept.put(tree.revision(), tree) == null) {
            oldestFirst.addLast(tree.revision());
        }
        if (oldestFirst.size() > KEPT) {
            kept.remove(oldestFirst.removeFirst());
        }
    }

    /** From now on this one is {@link #get}. */
    void serve(ConfigurationTree next) {
        current = next;
    }

    /** Where the files of an archive lie; wholly or not at all. */
    synchronized Path unpacked(Archive archive) {
        var place = folder.resolve(archive.revision());
        if (!Files.isDirectory(place)) {
            var half = folder.resolve(archive.revision() + ".half");
            delete(half);
            archive.unpack(half);
            try {
                Files.move(half, place);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return place;
    }

    /** A place beside the trees, with the settings of this hub. */
    Workbench bench() {
        return new Workbench(folder.resolve("bench-" + UUID.randomUUID()), settings);
    }

    /** What lies in the folder is worth nothing without its process. */
    @Override
    public void close() {
        delete(folder);
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
