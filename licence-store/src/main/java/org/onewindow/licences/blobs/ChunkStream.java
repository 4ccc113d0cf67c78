package org.onewindow.licences.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import org.onewindow.licences.keys.ContentKey;

/** Reads an object chunk by chunk; no connection is held in between, for a department may read slowly. */
final class ChunkStream extends InputStream {

    private final Chunks chunks;
    private final Semaphore places;
    private final String object;
    private final ContentKey key;
    private final int last;
    private byte[] chunk = {};
    private int at;
    private int next;

    ChunkStream(Chunks chunks, Semaphore places, String object, ContentKey key, long size) {
        this.chunks = chunks;
        this.places = places;
        this.object = object;
        this.key = key;
        this.last = Chunks.lastOf(size);
    }

    @Override
    public int read() throws IOException {
        return isAtEnd() ? -1 : chunk[at++] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (isAtEnd()) {
            return -1;
        }
        int n = Math.min(length, chunk.length - at);
        System.arraycopy(chunk, at, buffer, from, n);
        at += n;
        return n;
    }

    private boolean isAtEnd() throws IOException {
        while (at == chunk.length && next <= last) {
            places.acquireUninterruptibly();
            try {
                chunk = chunks.read(object, key, next, next == last);
            } finally {
                places.release();
            }
            at = 0;
            next++;
        }
        return at == chunk.length;
    }
}
