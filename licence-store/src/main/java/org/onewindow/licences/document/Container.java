package org.onewindow.licences.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;
import org.onewindow.licences.inspection.ZipBounds;

/**
 * A foreign ZIP container, opened in memory within bounds: at most {@value #MOST_ENTRIES} entries, {@value #LARGEST} bytes
 * unpacked, within {@link ZipBounds}; its directory and its contents must tell the same, for readers trust one or the other.
 */
record Container(Map<String, byte[]> files) {

    private static final int MOST_ENTRIES = 200;
    private static final int LARGEST = 16 * 1024 * 1024;

    /** Opens it; what breaks a bound or could be read in two ways is an {@link IOException} that says so. */
    static Container open(byte[] zip) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        var names = new ArrayList<String>();
        var seen = new HashSet<String>();
        var bounds = new ZipBounds(zip.length, MOST_ENTRIES, LARGEST);
        try (var entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                bounds.entry(entry.getName(), seen);
                names.add(entry.getName());
                // a folder's as well: otherwise what it bears is unpacked to nowhere, without end
                var content = entries.readNBytes((int) bounds.left() + 1);
                bounds.spend(content.length);
                if (!entry.isDirectory()) {
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
