package org.onewindow.portal.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.onewindow.cases.IdentityHash;

/**
 * What a webhook's messages are signed with, after Standard Webhooks 1.0.
 *
 * <p>It is derived from the hub's own key and stands nowhere: who reads the database can sign nothing.
 */
final class Secret {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "whsec_";

    private final byte[] bytes;

    Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    static Secret of(Webhook webhook, IdentityHash hubsOwn) {
        return new Secret(HexFormat.of().parseHex(hubsOwn.of("webhook-secret/" + webhook.id())));
    }

    /** As it is given to the client, once. */
    String text() {
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    /** The header {@code webhook-signature}: HMAC-SHA256 over id, seconds and body, joined by full stops. */
    String sign(String id, Instant at, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes, ALGORITHM));
            mac.update((id + "." + at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }

    /** Nothing. */
    @Override
    public String toString() {
        return "Secret";
    }
}
