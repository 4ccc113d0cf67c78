package org.onewindow.config;

import java.io.IOException;
import java.io.InputStream;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Gathers the files of an archive within its bounds, whoever says what their names and sizes are. */
final class Bounded {

    private static final int NAME_MAX = 300;

    /** Letters and digits of any script, and a few signs within: nothing that leads elsewhere or hides. */
    private static final Pattern SEGMENT = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}\\p{M}._@+() -]*");

    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private int left = Archive.BYTES_MAX;

    /** Where a file's bytes come from. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }

    /** Reads one more file, never more of it than there is room for. */
    void add(String name, Source source) throws Archive.Unfit {
        checkName(name);
        try (var in = source.open()) {
            var bytes = in.readNBytes(left + 1);
            left -= bytes.length;
            if (left < 0) {
                throw new Archive.Unfit("all files together are larger than " + Archive.BYTES_MAX + " bytes");
            }
            if (files.put(name, bytes) != null) {
                throw new Archive.Unfit(name + ": there twice");
            }
        } catch (IOException unreadable) {
            throw new Archive.Unfit(
                    name + ": cannot be read (" + unreadable.getClass().getSimpleName() + ")");
        }
        if (files.size() > Archive.FILES_MAX) {
            throw new Archive.Unfit("more than " + Archive.FILES_MAX + " files");
        }
    }

    private static void checkName(String name) throws Archive.Unfit {
        var shown = name.length() > NAME_MAX ? name.substring(0, NAME_MAX) + "…" : name;
        var segments = name.split("/", -1);
        if (name.length() > NAME_MAX || segments.length < 2) {
            throw new Archive.Unfit(shown + ": not a name inside a tree, such as departments/tax/department.yaml");
        }
        for (var segment : segments) {
            if (!SEGMENT.matcher(segment).matches()) {
                throw new Archive.Unfit(shown + ": a name of letters, digits and . _ - @ + ( ) only");
            }
        }
        if (!TreeReader.PARTS.contains(segments[0]) || (segments[0].equals("departments") && segments.length < 3)) {
            throw new Archive.Unfit(shown + ": a tree has only " + String.join(", ", TreeReader.PARTS));
        }
    }

    SortedMap<String, byte[]> all() {
        return files;
    }
}
