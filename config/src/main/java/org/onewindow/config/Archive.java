package org.onewindow.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The files of a configuration tree as one value: what is sent, stored and named by its hash. Immutable, bounded, safe to share.
 *
 * <p>{@code hub.yaml} is not among them: it is each node's own. Names are relative to the tree's root, with slashes.
 */
public final class Archive {

    /** How many files a tree may have. */
    public static final int FILES_MAX = 10_000;

    /** How many bytes all files of a tree may have together. */
    public static final int BYTES_MAX = 20 * 1024 * 1024;

    private static final String DEPARTMENTS = "departments/";

    private final SequencedMap<String, byte[]> files;

    Archive(SortedMap<String, byte[]> files) {
        this.files = Collections.unmodifiableSortedMap(files);
    }

    /** The files are not fit to be a tree; the message says which and why. */
    public static final class Unfit extends Exception {

        private static final long serialVersionUID = 1L;

        Unfit(String message) {
            super(message);
        }
    }

    /** No files at all. */
    public static Archive empty() {
        return new Archive(new TreeMap<>());
    }

    /** What of this folder belongs to a tree. Files whose names begin with a dot belong to the machine and stay out. */
    public static Archive of(Path root) throws Unfit {
        var files = new Bounded();
        for (var name : Revision.names(root, TreeReader.PARTS)) {
            files.add(name, () -> open(root, name));
        }
        return new Archive(files.all());
    }

    /** One department's folder, wherever it lies, as the part of a tree that it is. */
    public static Archive ofDepartment(String id, Path folder) throws Unfit {
        var files = new Bounded();
        for (var name : Revision.names(folder, TreeReader.WHOLE)) {
            files.add(DEPARTMENTS + id + "/" + name, () -> open(folder, name));
        }
        return new Archive(files.all());
    }

    /** A link may stand for a file, but for none outside: what is not in the tree is not sent away. */
    private static InputStream open(Path root, String name) throws IOException {
        var path = root.resolve(name).toRealPath();
        if (!path.startsWith(root.toRealPath())) {
            throw new AccessDeniedException(name);
        }
        return Files.newInputStream(path);
    }

    /** Reads a ZIP that somebody sent: nothing of it is believed. */
    public static Archive ofZip(byte[] zip) throws Unfit {
        return new Archive(ArchiveZip.read(zip));
    }

    /** As a ZIP; the same files are the same bytes. */
    public byte[] zip() {
        return ArchiveZip.write(files);
    }

    /** The revision these files are, as {@link ConfigurationTree#revision}. */
    public String revision() {
        return Revision.of(files);
    }

    public boolean isEmpty() {
        return files.isEmpty();
    }

    public SortedSet<String> names() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(files.keySet()));
    }

    /** The departments that have files here. */
    public SortedSet<String> departments() {
        var ids = new TreeSet<String>();
        for (var name : files.keySet()) {
            if (name.startsWith(DEPARTMENTS)) {
                ids.add(name.substring(DEPARTMENTS.length(), name.indexOf('/', DEPARTMENTS.length())));
            }
        }
        return ids;
    }

    /** Only one department's files. */
    public Archive department(String id) {
        return part(name -> name.startsWith(DEPARTMENTS + id + "/"));
    }

    /** The files whose names these are. */
    public Archive part(Predicate<String> names) {
        var kept = new TreeMap<>(files);
        kept.keySet().removeIf(names.negate());
        return new Archive(kept);
    }

    /** With the files under these names as they are there: what stands there only here goes. */
    public Archive with(Archive other, Predicate<String> names) {
        var all = new TreeMap<>(part(names.negate()).files);
        all.putAll(other.part(names).files);
        return new Archive(all);
    }

    /** With one department as it is there; where it is not there, without it. */
    public Archive withDepartment(String id, Archive other) {
        return with(other, name -> name.startsWith(DEPARTMENTS + id + "/"));
    }

    /** What became of a file between two trees. */
    public enum Change {
        ADDED,
        CHANGED,
        REMOVED
    }

    /** What one does to come from this tree to another one, by file. */
    public SequencedMap<String, Change> changesTo(Archive next) {
        var changes = new TreeMap<String, Change>();
        files.forEach((name, bytes) -> {
            var there = next.files.get(name);
            if (there == null) {
                changes.put(name, Change.REMOVED);
            } else if (!Arrays.equals(bytes, there)) {
                changes.put(name, Change.CHANGED);
            }
        });
        next.files.keySet().stream()
                .filter(name -> !files.containsKey(name))
                .forEach(name -> changes.put(name, Change.ADDED));
        return changes;
    }

    /** A file as text; what is no UTF-8 shows as replacement characters, a file that is not there as nothing. */
    public String text(String name) {
        var bytes = files.get(name);
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    /** Writes the files under this folder; other files that are there stay. */
    public void unpack(Path root) {
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                var path = root.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Archive that && changesTo(that).isEmpty();
    }

    @Override
    public int hashCode() {
        return revision().hashCode();
    }

    @Override
    public String toString() {
        return "Archive[" + revision() + ", " + files.size() + " files]";
    }
}
