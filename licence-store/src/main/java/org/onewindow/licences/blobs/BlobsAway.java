package org.onewindow.licences.blobs;

import java.io.IOException;

/** The place where the bytes lie does not answer, or refuses the hub; nothing was kept, and another try may help. */
public final class BlobsAway extends IOException {

    private static final long serialVersionUID = 1L;

    private final BucketFault fault;

    /**
     * A failure.
     *
     * @param why for operators: without names of objects, addresses and secrets
     */
    public BlobsAway(String why) {
        this(BucketFault.BROKEN_OFF, why);
    }

    BlobsAway(BucketFault fault, String why) {
        super(why);
        this.fault = fault;
    }

    BucketFault fault() {
        return fault;
    }
}
