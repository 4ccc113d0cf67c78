package org.onewindow.licences.blobs;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.SecretReference;
import org.onewindow.config.Secrets;

/**
 * What the hub and the bucket prove themselves with to each other; a changed secret counts at once.
 *
 * @param authorities whom the store's certificate must come from, in PEM; null: whom the JVM trusts
 */
record BucketKeys(Supplier<String> access, Supplier<String> secret, @Nullable Supplier<String> authorities) {

    private static final SecretReference ACCESS = new SecretReference("blobs/access-key");
    private static final SecretReference SECRET = new SecretReference("blobs/secret-key");
    private static final SecretReference AUTHORITIES = new SecretReference("blobs/authorities");

    BucketKeys(Supplier<String> access, Supplier<String> secret) {
        this(access, secret, null);
    }

    /** Throws where a key is missing: better at the start than at the first upload. */
    static BucketKeys of(Secrets secrets) {
        secrets.value(ACCESS);
        secrets.value(SECRET);
        return new BucketKeys(
                () -> secrets.value(ACCESS),
                () -> secrets.value(SECRET),
                // decided once: whoever loses the file later trusts nobody, and not everybody the JVM does
                secrets.has(AUTHORITIES) ? () -> secrets.value(AUTHORITIES) : null);
    }
}
