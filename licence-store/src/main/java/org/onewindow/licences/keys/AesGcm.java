package org.onewindow.licences.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256 in Galois counter mode (NIST SP 800-38D): a nonce of 12 random bytes, then the sealed bytes with their tag of 16. */
final class AesGcm {

    static final int KEY_BYTES = 32;

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private AesGcm() {}

    static byte[] newKey() {
        return random(KEY_BYTES);
    }

    /**
     * Seals it.
     *
     * @param bound what the result belongs to: it opens with the same words only, so that two of them cannot be exchanged
     */
    static byte[] seal(byte[] key, byte[] plain, String bound) {
        return seal(key, plain, plain.length, bound);
    }

    /** The same for the beginning of a buffer; memory: the result. */
    static byte[] seal(byte[] key, byte[] plain, int length, String bound) {
        var nonce = random(NONCE);
        var whole = Arrays.copyOf(nonce, NONCE + length + TAG_BITS / Byte.SIZE);
        try {
            cipher(Cipher.ENCRYPT_MODE, key, nonce, bound).doFinal(plain, 0, length, whole, NONCE);
            return whole;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has AES-GCM", impossible);
        }
    }

    /** Opens it; throws where key, words or bytes are not those of the sealing. */
    static byte[] open(byte[] key, byte[] whole, String bound) {
        if (whole.length < NONCE + TAG_BITS / Byte.SIZE) {
            throw new IllegalStateException("what is sealed as " + bound + " does not open: cut short");
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(whole, NONCE), bound)
                    .doFinal(whole, NONCE, whole.length - NONCE);
        } catch (GeneralSecurityException forged) {
            throw new IllegalStateException(
                    "what is sealed as " + bound + " does not open: other key, or changed", forged);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, String bound) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bound.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
