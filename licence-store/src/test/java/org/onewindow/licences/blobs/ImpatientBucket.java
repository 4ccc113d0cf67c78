package org.onewindow.licences.blobs;

import java.time.Duration;

/** As the hub reaches a bucket, but that it waits for seconds only. */
final class ImpatientBucket {

    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ZERO);

    private ImpatientBucket() {}

    static Bucket at(String address, String secret) {
        return at(address, secret, PATIENCE);
    }

    static Bucket at(String address, String secret, Patience patience) {
        return new Bucket(BucketAddress.of(address), new BucketKeys(() -> "trial-access", () -> secret), patience);
    }
}
