package org.onewindow.licences.blobs;

import java.io.IOException;

/** The place where the bytes lie does not answer, or refuses the hub; nothing was kept, and another try may help. */
public final class BlobsAway extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * A failure.
     *
     * @param why for operators: without names of objects, addresses and secrets
     */
    public BlobsAway(String why) {
        super(why);
    }
}
