package org.onewindow.canonical;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.UUID;

/**
 * The idempotency key of one act at a department: the same over all its retries, another for every other act.
 *
 * <p>A name-based UUID (RFC 9562, version 5) of case, step and revision.
 */
public record EffectKey(@JsonValue UUID uuid) {

    private static final UUID NAMESPACE = UUID.fromString("6f1c2a34-6f0e-5d2b-9a51-0f6e6f6e6501");

    @JsonCreator
    public EffectKey {}

    /**
     * The key of this act.
     *
     * @param act the step and, for what follows on it, the purpose: {@code transfer}, {@code transfer/undo}
     * @param revision counts the times the act was really asked for anew, not its retries; from 1
     */
    public static EffectKey of(CaseNumber number, String act, int revision) {
        var name = (number.text() + "/" + act + "/" + revision).getBytes(StandardCharsets.UTF_8);
        var hash = ByteBuffer.wrap(sha1(ByteBuffer.allocate(16 + name.length)
                .putLong(NAMESPACE.getMostSignificantBits())
                .putLong(NAMESPACE.getLeastSignificantBits())
                .put(name)
                .array()));
        long high = (hash.getLong() & 0xFFFFFFFFFFFF0FFFL) | 0x5000L;
        long low = (hash.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new EffectKey(new UUID(high, low));
    }

    /** The key's last so many characters (8 to 25) in base 32, for contracts that allow no UUID. */
    public String inCharacters(int length) {
        if (length < 8 || length > 25) {
            throw new IllegalArgumentException("a short key has 8 to 25 characters, not " + length);
        }
        var digits = new BigInteger(uuid.toString().replace("-", ""), 16)
                .toString(32)
                .toUpperCase(Locale.ROOT);
        return "0".repeat(Math.max(0, length - digits.length()))
                + digits.substring(Math.max(0, digits.length() - length));
    }

    private static byte[] sha1(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-1", impossible);
        }
    }

    @Override
    public String toString() {
        return uuid.toString();
    }
}
