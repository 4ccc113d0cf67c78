package org.onewindow.connectors.files;

import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells files that are written out from those that still grow: by what this node saw of them, since a share has another clock. For one
 * thread.
 */
final class Wholeness {

    private static final Duration QUIET = Duration.ofMillis(900);
    /** Some make a file long before they write it. */
    private static final Duration QUIET_WHILE_EMPTY = Duration.ofMinutes(1);

    private final Map<String, Seen> seen = new HashMap<>();

    private record State(long size, FileTime modified, @Nullable Object key) {}

    private record Seen(State state, long sinceNanos) {}

    /** Whether the file has not changed for a while. */
    boolean isWhole(String name, BasicFileAttributes file) {
        var state = new State(file.size(), file.lastModifiedTime(), file.fileKey());
        var before = seen.get(name);
        long now = System.nanoTime();
        if (before == null || !before.state().equals(state)) {
            seen.put(name, new Seen(state, now));
            return false;
        }
        var quiet = file.size() == 0 ? QUIET_WHILE_EMPTY : QUIET;
        return now - before.sinceNanos() >= quiet.toNanos();
    }

    /** The others are gone. */
    void onlyThese(Collection<String> names) {
        seen.keySet().retainAll(names);
    }
}
