package org.onewindow.licences.inspection;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * What a foreign ZIP may be, for whoever only looks through it and for whoever keeps what is in it: so many entries, so many bytes unpacked,
 * {@value #RATIO} times what came, and names that stay inside and are there once.
 */
public final class ZipBounds {

    private static final long RATIO = 100;
    private static final int LONGEST_NAME = 255;

    private final int most;
    private final long largest;
    private long left;
    private int entries;

    /**
     * The bounds of one, and of those in it.
     *
     * @param size of what came, in bytes
     * @param most entries
     * @param largest bytes unpacked
     */
    public ZipBounds(long size, int most, long largest) {
        this.most = most;
        this.largest = largest;
        this.left = Math.min(largest, size * RATIO);
    }

    /** A bound is broken; the message says which. */
    static final class Unsafe extends IOException {

        private static final long serialVersionUID = 1L;

        Unsafe(String why) {
            super(why);
        }
    }

    /** One entry more. Its name joins those that are beside it, in small letters: not all file systems tell them apart. */
    public void entry(String name, Set<String> beside) throws IOException {
        if (++entries > most) {
            throw new Unsafe("more than " + most + " entries");
        }
        boolean plain = name.length() <= LONGEST_NAME
                && !name.startsWith("/")
                && name.chars().noneMatch(c -> c == '\\' || c == ':' || c < ' ')
                && Arrays.stream(name.split("/", -1)).noneMatch(part -> part.equals("..") || part.equals("."));
        if (!plain) {
            throw new Unsafe("the name of an entry leads out of the container");
        }
        if (!beside.add(name.toLowerCase(Locale.ROOT))) {
            throw new Unsafe("two entries of one name");
        }
    }

    /** So many bytes more were unpacked. */
    public void spend(long bytes) throws IOException {
        left -= bytes;
        if (left < 0) {
            throw new Unsafe("it unpacks to more than " + (largest >> 20) + " MiB, or " + RATIO + " times its size");
        }
    }

    /** How many bytes may still be unpacked. */
    public long left() {
        return left;
    }
}
