package org.onewindow.licences.document;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.jce.spec.ECPrivateKeySpec;
import org.bouncycastle.jce.spec.ECPublicKeySpec;

/** SM2 signatures and SM3 digests (GB/T 32918, GB/T 32905). */
final class Sm2 {

    /** SM3 with SM2, GM/T 0006. */
    static final String SIGNATURE = "1.2.156.10197.1.501";

    static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final String CURVE = "sm2p256v1";

    private Sm2() {}

    /** The key pair of a secret: the same secret, the same keys. */
    static KeyPair keysOf(byte[] secret) {
        var curve = ECNamedCurveTable.getParameterSpec(CURVE);
        var d = new BigInteger(1, digest(secret))
                .mod(curve.getN().subtract(BigInteger.TWO))
                .add(BigInteger.ONE);
        try {
            var keys = KeyFactory.getInstance("EC", PROVIDER);
            return new KeyPair(
                    keys.generatePublic(
                            new ECPublicKeySpec(curve.getG().multiply(d).normalize(), curve)),
                    keys.generatePrivate(new ECPrivateKeySpec(d, curve)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("BouncyCastle knows " + CURVE, impossible);
        }
    }

    static byte[] sign(PrivateKey key, byte[] message) {
        try {
            var signature = Signature.getInstance("SM3withSM2", PROVIDER);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("an SM2 key signs", impossible);
        }
    }

    /** Whether the owner of the certificate signed this; not, where the signature is no signature at all. */
    static boolean isBy(X509Certificate signer, byte[] message, byte[] signed) {
        try {
            var signature = Signature.getInstance("SM3withSM2", PROVIDER);
            signature.initVerify(signer);
            signature.update(message);
            return signature.verify(signed);
        } catch (GeneralSecurityException | RuntimeException garbage) {
            return false;
        }
    }

    static X509Certificate certificate(byte[] der) throws GeneralSecurityException {
        if (certificates().generateCertificate(new ByteArrayInputStream(der)) instanceof X509Certificate certificate) {
            return certificate;
        }
        throw new GeneralSecurityException("no certificate");
    }

    /** Reads certificates and revocation lists, also with SM2 keys. */
    static CertificateFactory certificates() throws GeneralSecurityException {
        return CertificateFactory.getInstance("X.509", PROVIDER);
    }

    static MessageDigest sm3() {
        try {
            return MessageDigest.getInstance("SM3", PROVIDER);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("BouncyCastle has SM3", impossible);
        }
    }

    static byte[] digest(byte[] message) {
        return sm3().digest(message);
    }
}
