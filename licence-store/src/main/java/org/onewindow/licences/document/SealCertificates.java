package org.onewindow.licences.document;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The certificates of the development seals, all by one authority. */
final class SealCertificates {

    static final String AUTHORITY = "One-Window Hub development root";

    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration LASTS = Duration.ofDays(20 * 365L);

    private SealCertificates() {}

    /**
     * Of one subject.
     *
     * @param authority whether it certifies others instead of signing documents
     */
    static X509Certificate of(String subject, KeyPair keys, PrivateKey signing, boolean authority) {
        var builder = new JcaX509v3CertificateBuilder(
                name(AUTHORITY),
                new BigInteger(1, Sm2.digest(keys.getPublic().getEncoded())).shiftRight(128),
                Date.from(FROM),
                Date.from(FROM.plus(LASTS)),
                name(subject),
                keys.getPublic());
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(authority ? KeyUsage.keyCertSign : KeyUsage.digitalSignature));
            var signer = new JcaContentSignerBuilder("SM3withSM2")
                    .setProvider(Sm2.PROVIDER)
                    .build(signing);
            return Sm2.certificate(builder.build(signer).getEncoded());
        } catch (IOException | OperatorCreationException | GeneralSecurityException impossible) {
            throw new IllegalStateException("a certificate can be made", impossible);
        }
    }

    private static X500Name name(String organisation) {
        return new X500NameBuilder()
                .addRDN(BCStyle.C, "CN")
                .addRDN(BCStyle.O, organisation)
                .addRDN(BCStyle.CN, organisation)
                .build();
    }
}
