package org.onewindow.licences.status;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/** States of two bits each, the first in the lowest bits of the first byte, as draft-ietf-oauth-status-list orders them. */
final class StatusBits {

    static final int BITS = 2;

    private static final int A_BYTE = 8 / BITS;
    private static final int BUFFER = 1 << 13;

    private final byte[] bytes;

    StatusBits(int places) {
        this.bytes = new byte[places / A_BYTE];
    }

    int places() {
        return bytes.length * A_BYTE;
    }

    void set(int place, int state) {
        int shift = place % A_BYTE * BITS;
        int others = bytes[place / A_BYTE] & ~(3 << shift);
        bytes[place / A_BYTE] = (byte) (others | (state << shift));
    }

    /** As zlib packs them (RFC 1950), at its best. */
    byte[] packed() {
        try (var deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
            deflater.setInput(bytes);
            deflater.finish();
            var out = new ByteArrayOutputStream();
            var buffer = new byte[BUFFER];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        }
    }
}
