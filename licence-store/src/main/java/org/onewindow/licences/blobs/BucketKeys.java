package org.onewindow.licences.blobs;

import java.util.function.Supplier;
import org.onewindow.config.SecretReference;
import org.onewindow.config.Secrets;

/** What the hub proves itself with to the bucket; a changed secret counts at once. */
record BucketKeys(Supplier<String> access, Supplier<String> secret) {

    private static final SecretReference ACCESS = new SecretReference("blobs/access-key");
    private static final SecretReference SECRET = new SecretReference("blobs/secret-key");

    /** Throws where one is missing: better at the start than at the first upload. */
    static BucketKeys of(Secrets secrets) {
        secrets.value(ACCESS);
        secrets.value(SECRET);
        return new BucketKeys(() -> secrets.value(ACCESS), () -> secrets.value(SECRET));
    }
}
