package org.onewindow.cases.messages;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Seals what is kept of exchanges (deflated, AES-256-GCM): a copy of the database alone tells nothing of them. Safe for many threads.
 *
 * <p>One sealed under another key cannot be opened; everything else of its row still can be read and found.
 */
public final class Vault {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    /** Of the largest payload: four steps of the longest limit. */
    private static final int LARGEST = 64 * 1024 * 1024;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();
    private final Bulk bulk;

    /**
     * With the hub's own secret.
     *
     * @param secret at least 16 bytes
     * @param limit in bytes, of each step
     */
    public Vault(byte[] secret, int limit) {
        if (secret.length < 16) {
            throw new IllegalArgumentException("the key of messages has at least 16 bytes");
        }
        this.key = new SecretKeySpec(sha256(secret), "AES");
        this.bulk = new Bulk(limit);
    }

    public byte[] sealed(Payload payload) {
        var plain = new Payload(
                        bounded(payload.request()),
                        bounded(payload.sent()),
                        bounded(payload.heard()),
                        bounded(payload.reply()))
                .packed();
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(deflated(plain));
            var out = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, out, NONCE, sealed.length);
            return out;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + CIPHER, impossible);
        }
    }

    /** Empty: it was sealed under another key, or changed since. */
    public Optional<Payload> opened(byte[] sealed) {
        try {
            var plain = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE))
                    .doFinal(sealed, NONCE, sealed.length - NONCE);
            return Optional.of(Payload.unpacked(inflated(plain)));
        } catch (AEADBadTagException notOurs) {
            return Optional.empty();
        } catch (GeneralSecurityException | DataFormatException impossible) {
            throw new IllegalStateException("a sealed message that holds no message", impossible);
        }
    }

    private @Nullable Spoken bounded(@Nullable Spoken step) {
        return step == null ? null : bulk.bounded(step);
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static byte[] deflated(byte[] plain) {
        try (var deflater = new Deflater(Deflater.BEST_SPEED, true)) {
            deflater.setInput(plain);
            deflater.finish();
            var out = new ByteArrayOutputStream(plain.length / 2 + 64);
            var buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        }
    }

    private static byte[] inflated(byte[] small) throws DataFormatException {
        try (var inflater = new Inflater(true)) {
            inflater.setInput(small);
            var out = new ByteArrayOutputStream(small.length * 3);
            var buffer = new byte[8192];
            while (!inflater.finished() && out.size() < LARGEST) {
                int read = inflater.inflate(buffer);
                if (read == 0 && inflater.needsInput()) {
                    throw new DataFormatException("not whole");
                }
                out.write(buffer, 0, read);
            }
            return out.toByteArray();
        }
    }

    private static byte[] sha256(byte[] secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
