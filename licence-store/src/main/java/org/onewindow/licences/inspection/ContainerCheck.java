package org.onewindow.licences.inspection;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * Goes through a ZIP before any library opens it, keeping nothing: at most {@value #MOST_ENTRIES} entries, {@value #LARGEST} bytes
 * unpacked and {@value #DEEPEST} containers in each other, within {@link ZipBounds}.
 */
final class ContainerCheck {

    private static final int MOST_ENTRIES = 1000;
    private static final long LARGEST = 200L << 20;
    private static final int DEEPEST = 2;
    private static final int BUFFER = 64 * 1024;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final String ROOT = "OFD.xml";

    private final ZipBounds bounds;

    private ContainerCheck(long size) {
        this.bounds = new ZipBounds(size, MOST_ENTRIES, LARGEST);
    }

    /** Whether it is an OFD document; what is no ZIP is none. */
    static boolean hasOfdRoot(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            return zip.getEntry(ROOT) != null;
        } catch (ZipException | IllegalArgumentException broken) {
            return false;
        }
    }

    static Optional<Finding.Refused> objection(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            new ContainerCheck(Files.size(file)).go(in, 1);
            return Optional.empty();
        } catch (ZipBounds.Unsafe unsafe) {
            return Optional.of(new Finding.Refused(Refusal.CONTAINER_UNSAFE, String.valueOf(unsafe.getMessage())));
        } catch (ZipException | IllegalArgumentException | EOFException broken) {
            return Optional.of(new Finding.Refused(Refusal.UNREADABLE, "the container is broken"));
        }
    }

    private void go(InputStream in, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new ZipBounds.Unsafe("more than " + DEEPEST + " containers in each other");
        }
        Set<String> names = new HashSet<>();
        var zip = new ZipInputStream(in);
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            bounds.entry(entry.getName(), names);
            content(zip, depth);
        }
    }

    private void content(ZipInputStream zip, int depth) throws IOException {
        var head = zip.readNBytes(ZIP.length);
        bounds.spend(head.length);
        if (Arrays.equals(head, ZIP)) {
            go(new SequenceInputStream(new ByteArrayInputStream(head), new Counted(zip)), depth + 1);
        }
        var buffer = new byte[BUFFER];
        for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
            bounds.spend(n);
        }
    }

    /** An inner container's bytes, which count as unpacked too. */
    private final class Counted extends FilterInputStream {

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            bounds.spend(Math.max(n, 0));
            return n;
        }
    }
}
