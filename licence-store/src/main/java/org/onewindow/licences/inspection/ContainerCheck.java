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
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * Goes through a ZIP before any library opens it, keeping nothing: at most {@value #MOST_ENTRIES} entries, {@value #LARGEST} bytes
 * unpacked, {@value #RATIO} times its size and {@value #DEEPEST} containers in each other, names that stay inside.
 */
final class ContainerCheck {

    private static final int MOST_ENTRIES = 1000;
    private static final long LARGEST = 200L << 20;
    private static final long RATIO = 100;
    private static final int DEEPEST = 2;
    private static final int LONGEST_NAME = 255;
    private static final int BUFFER = 64 * 1024;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final String ROOT = "OFD.xml";

    private long budget;
    private int entries;

    private ContainerCheck(long size) {
        this.budget = Math.min(LARGEST, size * RATIO);
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
        } catch (Unsafe unsafe) {
            return Optional.of(new Finding.Refused(Refusal.CONTAINER_UNSAFE, String.valueOf(unsafe.getMessage())));
        } catch (ZipException | IllegalArgumentException | EOFException broken) {
            return Optional.of(new Finding.Refused(Refusal.UNREADABLE, "the container is broken"));
        }
    }

    private static final class Unsafe extends IOException {
        private static final long serialVersionUID = 1L;

        Unsafe(String why) {
            super(why);
        }
    }

    private void go(InputStream in, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new Unsafe("more than " + DEEPEST + " containers in each other");
        }
        Set<String> names = new HashSet<>();
        var zip = new ZipInputStream(in);
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            look(entry, names);
            content(zip, depth);
        }
    }

    private void look(ZipEntry entry, Set<String> names) throws Unsafe {
        if (++entries > MOST_ENTRIES) {
            throw new Unsafe("more than " + MOST_ENTRIES + " entries");
        }
        var name = entry.getName();
        boolean plain = name.length() <= LONGEST_NAME
                && !name.startsWith("/")
                && name.chars().noneMatch(c -> c == '\\' || c == ':' || c < ' ')
                && Arrays.stream(name.split("/", -1)).noneMatch(part -> part.equals("..") || part.equals("."));
        if (!plain) {
            throw new Unsafe("the name of an entry leads out of the container");
        }
        if (!names.add(name.toLowerCase(Locale.ROOT))) {
            throw new Unsafe("two entries of one name");
        }
    }

    private void content(ZipInputStream zip, int depth) throws IOException {
        var head = zip.readNBytes(ZIP.length);
        spend(head.length);
        if (Arrays.equals(head, ZIP)) {
            go(new SequenceInputStream(new ByteArrayInputStream(head), new Counted(zip)), depth + 1);
        }
        var buffer = new byte[BUFFER];
        for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
            spend(n);
        }
    }

    private void spend(long bytes) throws Unsafe {
        budget -= bytes;
        if (budget < 0) {
            throw new Unsafe("it unpacks to more than " + (LARGEST >> 20) + " MiB, or " + RATIO + " times its size");
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
            spend(Math.max(n, 0));
            return n;
        }
    }
}
