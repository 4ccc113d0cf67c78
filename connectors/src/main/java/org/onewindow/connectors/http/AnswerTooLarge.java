package org.onewindow.connectors.http;

import java.io.IOException;

/** A department answers more than anybody should read. */
public final class AnswerTooLarge extends IOException {

    static final int LARGEST_IN_MIB = 32;

    /** In bytes. */
    public static final int LARGEST = LARGEST_IN_MIB * 1024 * 1024;

    public AnswerTooLarge() {
        super("larger than " + LARGEST_IN_MIB + " MiB");
    }
}
