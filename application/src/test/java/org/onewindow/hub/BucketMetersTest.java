package org.onewindow.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.onewindow.licences.blobs.BucketFault;
import org.onewindow.licences.blobs.BucketWatch.Call;
import org.onewindow.licences.blobs.BucketWatch.Operation;
import org.springframework.boot.actuate.health.SimpleStatusAggregator;
import org.springframework.boot.actuate.health.Status;

class BucketMetersTest {

    private static final Duration TIME = Duration.ofMillis(40);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final BucketMeters watch = new BucketMeters(meters);

    @Test
    void countsWhatWasAskedByOperationAndOutcomeAndNothingElse() {
        watch.asked(new Call(Operation.PUT, null, TIME, 1_048_604));
        watch.asked(new Call(Operation.PUT, BucketFault.FULL, TIME, 0));

        assertThat(meters.get("hub.bucket.calls")
                        .tags("operation", "put", "outcome", "done")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("hub.bucket.calls")
                        .tags("outcome", "full")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("hub.bucket.bytes")
                        .tags("operation", "put")
                        .counter()
                        .count())
                .isEqualTo(1_048_604);
        assertThat(meters.getMeters())
                .flatExtracting(meter -> meter.getId().getTags())
                .extracting(tag -> tag.getKey())
                .isSubsetOf("operation", "outcome", "le");
    }

    /** A node without its bucket is no node that is down. */
    @Test
    void isAwayWithoutTakingTheNodeWithIt() {
        assertThat(watch.health().getStatus()).as("before anything was asked").isEqualTo(Status.UNKNOWN);

        watch.asked(new Call(Operation.LOOK, BucketFault.NOT_CONNECTED, TIME, 0));

        assertThat(watch.health().getStatus()).isEqualTo(BucketMeters.AWAY);
        assertThat(new SimpleStatusAggregator().getAggregateStatus(Set.of(Status.UP, BucketMeters.AWAY)))
                .isEqualTo(Status.UP);
        assertThat(reachable()).isZero();

        watch.asked(new Call(Operation.LOOK, null, TIME, 0));

        assertThat(watch.health().getStatus()).isEqualTo(Status.UP);
        assertThat(reachable()).isOne();
    }

    private double reachable() {
        return meters.get("hub.bucket.reachable").gauge().value();
    }
}
