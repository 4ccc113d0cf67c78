package org.onewindow.cases.messages;

import java.nio.charset.Charset;

/**
 * One side's words in one step of an exchange.
 *
 * @param length in bytes as it was said; more than there are bytes where the rest was not kept
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Spoken(byte[] bytes, Charset charset, int length) {

    public static Spoken of(byte[] bytes, Charset charset) {
        return new Spoken(bytes, charset, bytes.length);
    }

    /** Whether it is not the whole of it. */
    public boolean cut() {
        return length > bytes.length;
    }

    public String text() {
        return new String(bytes, charset);
    }

    /** The length only: messages are personal. */
    @Override
    public String toString() {
        return "Spoken[" + length + " bytes]";
    }
}
