package org.onewindow.licences.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * A foreign ZIP container, opened in memory within bounds: at most {@value #MOST_ENTRIES} entries, {@value #LARGEST} bytes
 * unpacked and {@value #RATIO} times what came; its directory and its contents must tell the same, for readers trust one or the other.
 */
record Container(Map<String, byte[]> files) {

    private static final int MOST_ENTRIES = 200;
    private static final int LARGEST = 16 * 1024 * 1024;
    private static final int RATIO = 100;
    private static final int LONGEST_NAME = 200;

    /** Opens it; what breaks a bound or could be read in two ways is an {@link IOException} that says so. */
    static Container open(byte[] zip) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        var names = new ArrayList<String>();
        long budget = Math.min(LARGEST, (long) zip.length * RATIO);
        try (var entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                names.add(checked(entry.getName(), names));
                if (!entry.isDirectory()) {
                    var content = read(entries, budget);
                    budget -= content.length;
                    files.put(entry.getName(), content);
                }
            }
        } catch (IllegalArgumentException garbage) {
            throw new IOException("a name in it is no text", garbage);
        }
        if (!names.equals(directory(zip))) {
            throw new IOException("its directory lists other entries than it has");
        }
        return new Container(Collections.unmodifiableMap(files));
    }

    private static String checked(String name, List<String> before) throws IOException {
        if (before.size() >= MOST_ENTRIES) {
            throw new IOException("more than " + MOST_ENTRIES + " entries");
        }
        boolean plain = name.length() <= LONGEST_NAME
                && !name.startsWith("/")
                && name.chars().noneMatch(c -> c == '\\' || c == ':' || c < ' ')
                && List.of(name.split("/", -1)).stream().noneMatch(part -> part.equals("..") || part.equals("."));
        if (!plain) {
            throw new IOException("an entry's name leads out of the container");
        }
        if (before.stream().anyMatch(other -> other.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))) {
            throw new IOException("two entries of one name");
        }
        return name;
    }

    private static byte[] read(ZipInputStream entry, long budget) throws IOException {
        var content = entry.readNBytes((int) Math.min(LARGEST, budget) + 1);
        if (content.length > budget) {
            throw new IOException("it unpacks to more than " + LARGEST + " bytes, or " + RATIO + " times its size");
        }
        return content;
    }

    private static List<String> directory(byte[] zip) throws IOException {
        try (var file = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(zip))
                .get()) {
            var names = new ArrayList<String>();
            for (var entries = file.getEntriesInPhysicalOrder(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                if (entry.getMethod() != ZipEntry.DEFLATED && entry.getMethod() != ZipEntry.STORED) {
                    throw new IOException("an entry is packed in an unusual way");
                }
                names.add(entry.getName());
            }
            return names;
        }
    }

    /** Null: there is none. */
    byte @Nullable [] file(String path) {
        return files.get(path.startsWith("/") ? path.substring(1) : path);
    }
}
