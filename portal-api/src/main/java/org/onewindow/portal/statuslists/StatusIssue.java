package org.onewindow.portal.statuslists;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import org.onewindow.licences.status.StatusLists;

/**
 * One issue of an issuer's list, as draft-ietf-oauth-status-list signs it.
 *
 * @param list packed and in base64url, as it stands in the token
 * @param at when it was signed
 * @param looked when the store was last asked whether it still holds
 */
record StatusIssue(String token, String list, Instant at, Instant looked) {

    /** How long a verifier may go on without asking again. */
    static final Duration TTL = Duration.ofMinutes(15);

    /** After this time the store is looked at again. */
    static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    /** How long a verifier that is cut off may use it. */
    private static final Duration LASTS = Duration.ofHours(24);

    static StatusIssue of(String uri, String list, StatusKey key, Instant now) {
        var claims = new JWTClaimsSet.Builder()
                .subject(uri)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LASTS)))
                .claim("ttl", TTL.toSeconds())
                .claim("status_list", Map.of("bits", StatusLists.BITS, "lst", list))
                .build();
        return new StatusIssue(key.sign("statuslist+jwt", claims), list, now, now);
    }

    static String text(byte[] packed) {
        return Base64URL.encode(packed).toString();
    }

    /** Weak, and the same on all nodes, whose signatures differ: what the list says, and the hour in which it was signed. */
    String tag() {
        try {
            var said = at.truncatedTo(ChronoUnit.HOURS) + list;
            var hash = MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.US_ASCII));
            return "W/\"" + Base64URL.encode(hash) + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    boolean isLookedAtSince(Instant then) {
        return looked.isAfter(then);
    }

    /** Whether the same list goes on in the same token, so that verifiers need not fetch it again. */
    boolean stillSays(String now, Instant at) {
        return list.equals(now) && at.truncatedTo(ChronoUnit.HOURS).equals(this.at.truncatedTo(ChronoUnit.HOURS));
    }

    StatusIssue lookedAt(Instant now) {
        return new StatusIssue(token, list, at, now);
    }
}
