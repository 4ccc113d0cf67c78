package org.onewindow.cases.messages;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;

/**
 * Keeps messages small: the bytes of materials are in their store already (Claim Check), and what is too long is cut.
 *
 * @param limit in bytes, of one step
 */
record Bulk(int limit) {

    /** Shorter ones are signatures, certificates, thumbnails: worth keeping. */
    private static final int LONG_RUN = 4096;

    Spoken bounded(Spoken spoken) {
        var bytes = spoken.bytes().length > LONG_RUN ? withoutContents(spoken.bytes()) : spoken.bytes();
        if (bytes.length <= limit) {
            return new Spoken(bytes, spoken.charset(), bytes.length);
        }
        var head = new byte[limit];
        System.arraycopy(bytes, 0, head, 0, limit);
        return new Spoken(head, spoken.charset(), spoken.length());
    }

    private static byte[] withoutContents(byte[] bytes) {
        var out = new ByteArrayOutputStream(bytes.length);
        int at = 0;
        while (at < bytes.length) {
            int end = at;
            while (end < bytes.length && isBase64(bytes[end])) {
                end++;
            }
            if (end - at >= LONG_RUN) {
                out.writeBytes(("[base64, " + (end - at) + " characters]").getBytes(US_ASCII));
            } else {
                end = Math.min(bytes.length, end + 1);
                out.write(bytes, at, end - at);
            }
            at = end;
        }
        return out.toByteArray();
    }

    private static boolean isBase64(byte one) {
        return (one > 0 && Character.isLetterOrDigit(one)) || one == '+' || one == '/' || one == '=';
    }
}
