package org.onewindow.licences.blobs;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.Secrets;
import org.onewindow.licences.RandomIds;

/**
 * Tries a bucket out, as whoever sets one up wants to know it: is it there, are the keys right, may the hub write, read and delete.
 *
 * @param steps in their order; what could not be tried because of an earlier one is left out
 * @param ahead how far the store's clock is ahead of this machine's, to a second; empty: it did not say
 */
public record BucketTrial(List<Step> steps, Optional<Duration> ahead) {

    private static final byte[] PIECE = "a trial of ./hub doctor".getBytes(StandardCharsets.US_ASCII);

    /** As the hub itself waits, but that nothing is held against a bucket that has just failed. */
    private static final Patience PATIENCE = new Patience(
            Patience.USUAL.connect(), Patience.USUAL.silence(), Patience.USUAL.altogether(), Duration.ZERO);

    public BucketTrial {
        steps = List.copyOf(steps);
    }

    /**
     * One thing that was tried.
     *
     * @param fault null: it went well
     * @param why what came instead, for operators
     */
    public record Step(String name, @Nullable BucketFault fault, String why) {}

    /**
     * Some seconds, where nobody answers.
     *
     * @throws Secrets.MissingSecret where there is no {@code blobs/access-key} or {@code blobs/secret-key}
     */
    public static BucketTrial of(BucketAddress address, Secrets secrets) {
        return of(new Bucket(address, BucketKeys.of(secrets), PATIENCE, BucketWatch.NOBODY));
    }

    static BucketTrial of(Bucket bucket) {
        var object = RandomIds.next("trial_");
        var steps = new ArrayList<Step>();
        // keys that may not list are told that something is forbidden instead of not there: what they may is tried all
        // the same
        boolean there = tried(steps, "look", bucket::look) || steps.getFirst().fault == BucketFault.FORBIDDEN;
        if (there && tried(steps, "put", () -> bucket.put(object, 0, PIECE))) {
            tried(steps, "get", () -> compare(bucket.get(object, 0)));
            tried(steps, "delete", () -> bucket.delete(object));
        }
        return new BucketTrial(steps, bucket.clockAhead());
    }

    private static void compare(Optional<byte[]> found) throws BlobsAway {
        if (found.filter(bytes -> Arrays.equals(bytes, PIECE)).isEmpty()) {
            throw new BlobsAway(BucketFault.ALTERED, "the bucket does not give back what it took");
        }
    }

    private interface Attempt {
        void make() throws BlobsAway;
    }

    private static boolean tried(List<Step> steps, String name, Attempt attempt) {
        try {
            attempt.make();
            steps.add(new Step(name, null, ""));
            return true;
        } catch (BlobsAway away) {
            steps.add(new Step(name, away.fault(), String.valueOf(away.getMessage())));
            return false;
        }
    }
}
