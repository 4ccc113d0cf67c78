package org.onewindow.licences.audit;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.HexFormat;

/** The key that signs the seals (Ed25519, RFC 8032), made of a secret seed that is not in the database. */
public final class SealKey {

    private static final String ALGORITHM = "Ed25519";
    private static final int SEED = 32;

    private final KeyPair pair;

    /** With the hub's own secret, 32 bytes. */
    public SealKey(byte[] seed) {
        if (seed.length != SEED) {
            throw new IllegalArgumentException("the seed of the audit key has " + SEED + " bytes");
        }
        try {
            var generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(NamedParameterSpec.ED25519, new Seed(seed.clone()));
            this.pair = generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }

    /** For whoever checks without the hub: X.509, in hex. */
    public String publicKey() {
        return HexFormat.of().formatHex(pair.getPublic().getEncoded());
    }

    byte[] sign(byte[] message) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(pair.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a key of our own signs", impossible);
        }
    }

    boolean verifies(byte[] message, byte[] signed) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(pair.getPublic());
            signature.update(message);
            return signature.verify(signed);
        } catch (GeneralSecurityException noSignature) {
            return false;
        }
    }

    /** A key pair is 32 random bytes and what follows from them; these are the bytes. */
    private static final class Seed extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        Seed(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
