package org.onewindow.config;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Archives as ZIP files. What a ZIP says of sizes is not asked: its bytes are counted while they are unpacked. */
final class ArchiveZip {

    private static final LocalDateTime ALWAYS = LocalDateTime.of(2000, 1, 1, 0, 0);

    private ArchiveZip() {}

    static SortedMap<String, byte[]> read(byte[] zip) throws Archive.Unfit {
        var files = new Bounded();
        int entries = 0;
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (++entries > 2 * Archive.FILES_MAX) {
                    throw new Archive.Unfit("more than " + Archive.FILES_MAX + " files");
                }
                if (!entry.isDirectory()) {
                    files.add(entry.getName(), () -> new Uncloseable(in));
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new Archive.Unfit("not a ZIP file that can be read");
        }
        if (files.all().isEmpty()) {
            throw new Archive.Unfit("not a ZIP file, or one without files");
        }
        return files.all();
    }

    static byte[] write(Map<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(ALWAYS);
                out.putNextEntry(entry);
                out.write(file.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** An entry ends, the ZIP goes on. */
    private static final class Uncloseable extends FilterInputStream {

        Uncloseable(InputStream in) {
            super(in);
        }

        @Override
        public void close() {}
    }
}
