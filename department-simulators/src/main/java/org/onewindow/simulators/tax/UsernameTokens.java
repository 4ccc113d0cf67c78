package org.onewindow.simulators.tax;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.onewindow.simulators.wire.Soap;
import org.onewindow.simulators.wire.Xml;
import org.w3c.dom.Element;

/** WS-Security UsernameTokens with digest: each nonce once in ten minutes. Guarded by the bureau's lock. */
final class UsernameTokens {

    private static final String WSSE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private static final String DIGEST =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordDigest";
    private static final Duration OLD = Duration.ofMinutes(5);
    private static final Duration AHEAD = Duration.ofSeconds(60);
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final String user;
    private final String password;
    private final Map<String, Instant> nonces = new LinkedHashMap<>();

    UsernameTokens(String user, String password) {
        this.user = user;
        this.password = password;
    }

    boolean accept(Soap soap, Instant now) {
        var token = soap.header(WSSE, "Security").flatMap(security -> Xml.child(security, "UsernameToken"));
        return token.isPresent() && isOurs(token.get()) && isFresh(token.get(), now) && isNew(token.get(), now);
    }

    void clear() {
        nonces.clear();
    }

    private boolean isOurs(Element token) {
        var given = Xml.child(token, "Password");
        var nonce = base64(Xml.text(token, "Nonce"));
        return Xml.text(token, "Username").equals(user)
                && given.isPresent()
                && given.get().getAttribute("Type").equals(DIGEST)
                && nonce.isPresent()
                && MessageDigest.isEqual(
                        digest(nonce.get(), Xml.text(token, "Created")),
                        base64(given.get().getTextContent().strip()).orElse(new byte[0]));
    }

    private static boolean isFresh(Element token, Instant now) {
        try {
            var created = OffsetDateTime.parse(Xml.text(token, "Created")).toInstant();
            return !created.isBefore(now.minus(OLD)) && !created.isAfter(now.plus(AHEAD));
        } catch (DateTimeException noTime) {
            return false;
        }
    }

    private boolean isNew(Element token, Instant now) {
        nonces.values().removeIf(seen -> seen.plus(REMEMBERED).isBefore(now));
        return nonces.putIfAbsent(Xml.text(token, "Nonce"), now) == null;
    }

    private byte[] digest(byte[] nonce, String created) {
        try {
            var sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(nonce);
            sha1.update(created.getBytes(StandardCharsets.UTF_8));
            sha1.update(password.getBytes(StandardCharsets.UTF_8));
            return sha1.digest();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Optional<byte[]> base64(String text) {
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
