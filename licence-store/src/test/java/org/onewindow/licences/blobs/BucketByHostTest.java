package org.onewindow.licences.blobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.gaul.s3proxy.S3Proxy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A bucket as most cities have one: https, a certificate of their own authority, the bucket's name in the host's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BucketByHostTest {

    private static final String HOST = "s3.trial.test";
    private static final String BY_HOST = "hub-blobs." + HOST;

    private final TrialCertificate store = TrialCertificate.of(BY_HOST);
    private final S3Proxy server;

    BucketByHostTest() throws Exception {
        server = TestBucket.SERVER.overTls(HOST, store.context());
    }

    @AfterAll
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void putsReadsAndDeletesThere() throws Exception {
        var bucket = trusting(store.pem());

        assertThat(BucketTrial.of(bucket).steps())
                .extracting(BucketTrial.Step::fault)
                .containsOnlyNulls();
        bucket.put("blb_by-host", 0, new byte[9]);

        assertThat(TestBucket.SERVER.piece("blb_by-host", 0))
                .as("in the bucket of this name")
                .hasSize(9);
    }

    @Test
    void believesNobodyElse() throws Exception {
        assertThat(faultOf(trusting(null))).as("whom the JVM trusts").isEqualTo(BucketFault.TLS_NOT_TRUSTED);
        assertThat(faultOf(trusting(TrialCertificate.of(BY_HOST).pem())))
                .as("another authority")
                .isEqualTo(BucketFault.TLS_NOT_TRUSTED);
    }

    /** Whose certificate it is counts as much as who gave it. */
    @Test
    void believesNoCertificateOfAnotherName() throws Exception {
        var other = TrialCertificate.of("other.trial.test");
        var impostor = TestBucket.SERVER.overTls(HOST, other.context());
        try {
            assertThat(faultOf(at(impostor, other.pem()))).isEqualTo(BucketFault.TLS_NOT_TRUSTED);
        } finally {
            impostor.stop();
        }
    }

    @Test
    void noticesWhenTheAuthoritiesChangeOrGetLost() throws Exception {
        var pem = new AtomicReference<>("no certificate");
        var keys = new BucketKeys(() -> "trial-access", () -> "trial-secret", pem::get);
        var bucket = ImpatientBucket.at(address(server), keys, BucketWatch.NOBODY);
        assertThat(faultOf(bucket)).isEqualTo(BucketFault.AUTHORITIES_UNREADABLE);

        pem.set(store.pem());

        assertThat(BucketTrial.of(bucket).steps())
                .extracting(BucketTrial.Step::fault)
                .containsOnlyNulls();
    }

    private static @Nullable BucketFault faultOf(Bucket bucket) {
        return BucketTrial.of(bucket).steps().getLast().fault();
    }

    private Bucket trusting(@Nullable String pem) {
        return at(server, pem);
    }

    private static Bucket at(S3Proxy server, @Nullable String pem) {
        var keys = new BucketKeys(() -> "trial-access", () -> "trial-secret", pem == null ? null : () -> pem);
        return ImpatientBucket.at(address(server), keys, BucketWatch.NOBODY);
    }

    private static String address(S3Proxy server) {
        return "https://" + HOST + ":" + server.getSecurePort() + "/hub-blobs?style=host";
    }
}
