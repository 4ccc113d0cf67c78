package org.onewindow.portal;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Departments that call back, each signing in its own way, as their descriptors say. */
final class Callbacks {

    private static final Api NOBODY = new Api("en", "");

    private Callbacks() {}

    static Api.Reply landRegistry(String correlation, String body, Instant at) {
        return signedByLandRegistry("/v1/replies/land-registry/" + correlation, body, at);
    }

    /** Something about a licence, unasked. */
    static Api.Reply landRegistryTells(String body, Instant at) {
        return signedByLandRegistry("/v1/issuers/land-registry/events", body, at);
    }

    private static Api.Reply signedByLandRegistry(String path, String body, Instant at) {
        var timestamp = Long.toString(at.getEpochSecond());
        return Api.send(NOBODY.request(path)
                .header("Content-Type", "application/json")
                .header("X-Timestamp", timestamp)
                .header("X-Signature", "sha256=" + hmac("trial-land-callback", timestamp + "." + body))
                .POST(BodyPublishers.ofString(body)));
    }

    static Api.Reply paymentPlatform(String correlation, String body) {
        var path = "/v1/replies/payment-platform/" + correlation;
        var timestamp = Long.toString(TestHub.clock().instant().getEpochSecond());
        return Api.send(NOBODY.request(path)
                .header("Content-Type", "application/json")
                .header("X-App", "pay")
                .header("X-Timestamp", timestamp)
                .header("X-Signature", hmac("trial-pay-secret", "POST " + path + "." + timestamp + "." + body))
                .POST(BodyPublishers.ofString(body)));
    }

    private static String hmac(String secret, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
