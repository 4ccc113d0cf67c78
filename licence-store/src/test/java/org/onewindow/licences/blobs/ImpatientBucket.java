package org.onewindow.licences.blobs;

import java.time.Duration;

/** As the hub reaches a bucket, but that it waits for seconds only. */
final class ImpatientBucket {

    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ZERO);

    /** What a busy machine needs for the first TLS of a JVM. */
    private static final Patience LONGER =
            new Patience(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ZERO);

    private ImpatientBucket() {}

    static Bucket at(String address, String secret) {
        return at(address, secret, PATIENCE);
    }

    static Bucket at(String address, String secret, Patience patience) {
        return at(address, new BucketKeys(() -> "trial-access", () -> secret), patience, BucketWatch.NOBODY);
    }

    /** With other keys, watched, and waited for. */
    static Bucket at(String address, BucketKeys keys, BucketWatch watch) {
        return at(address, keys, LONGER, watch);
    }

    private static Bucket at(String address, BucketKeys keys, Patience patience, BucketWatch watch) {
        return new Bucket(BucketAddress.of(address), keys, patience, watch);
    }
}
