package org.onewindow.benchmarks.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A real PDF of a size that scans have, of one page and much between its lines; each has a number of its own in it. */
final class Contract extends InputStream {

    static final int BYTES = 10_000_000;

    private static final String PAGES = "1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
            + "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
            + "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>\nendobj\n"
            + "trailer\n<</Size 4/Root 1 0 R>>\n%%EOF\n";

    private final byte[] head;
    private final byte[] tail = PAGES.getBytes(US_ASCII);
    private int at;

    Contract(int number) {
        this.head = "%%PDF-1.4\n%%contract %d\n".formatted(number).getBytes(US_ASCII);
    }

    /** SHA-256, as the hub tells it. */
    static String sha256(int number) throws IOException {
        try (var in = new Contract(number)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[8192];
            for (int n = in.read(buffer, 0, buffer.length); n >= 0; n = in.read(buffer, 0, buffer.length)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public int read() {
        return at == BYTES ? -1 : next();
    }

    @Override
    public int read(byte[] buffer, int from, int length) {
        if (at == BYTES) {
            return length == 0 ? 0 : -1;
        }
        int n = Math.min(length, BYTES - at);
        for (int i = 0; i < n; i++) {
            buffer[from + i] = next();
        }
        return n;
    }

    private byte next() {
        int place = at++;
        if (place < head.length) {
            return head[place];
        }
        int fromTail = place - (BYTES - tail.length);
        return fromTail < 0 ? (byte) ' ' : tail[fromTail];
    }
}
