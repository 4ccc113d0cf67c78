package org.onewindow.licences.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.onewindow.licences.keys.ContentKey;

/** The pieces of objects, 1 MiB each but for the last, sealed one by one: whoever keeps them sees no plain byte. */
final class Chunks {

    static final int SIZE = 1 << 20;

    /** What sealing adds to each. */
    static final int SEAL = 28;

    private final Pieces pieces;

    Chunks(Pieces pieces) {
        this.pieces = pieces;
    }

    /** Writes all of it, each chunk safe before the next is read; the result is how many bytes. */
    long write(String object, ContentKey key, InputStream content, MessageDigest digest) throws IOException {
        // one byte more than a chunk: whether it is the last must be known when it is sealed
        var buffer = new byte[SIZE + 1];
        long size = 0;
        int kept = 0;
        boolean last = false;
        for (int no = 0; !last; no++) {
            int length = kept + content.readNBytes(buffer, kept, buffer.length - kept);
            last = length <= SIZE;
            int part = Math.min(length, SIZE);
            digest.update(buffer, 0, part);
            pieces.put(object, no, key.seal(buffer, part, bound(object, no, last)));
            size += part;
            kept = length - part;
            buffer[0] = buffer[SIZE];
        }
        return size;
    }

    /** The plain bytes of one. */
    byte[] read(String object, ContentKey key, int no, boolean last) throws IOException {
        var sealed =
                pieces.get(object, no).orElseThrow(() -> new IOException("chunk " + no + " of " + object + " is gone"));
        try {
            return key.open(sealed, bound(object, no, last));
        } catch (IllegalStateException changed) {
            throw new IOException("chunk " + no + " of " + object + " is not what was stored", changed);
        }
    }

    static int lastOf(long size) {
        return Math.toIntExact(Math.max(0, size - 1) / SIZE);
    }

    private static String bound(String object, int no, boolean last) {
        return object + '|' + no + '|' + last;
    }
}
