package org.onewindow.licences.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.ASN1Encoding;

/**
 * Seals whose keys follow from one secret: for the demo and tests. Not for production: a seal's key belongs into certified
 * hardware.
 */
public final class SoftwareSeals implements SealService {

    private static final Duration SEAL_LASTS = Duration.ofDays(3 * 365L);
    private static final int MILLIMETRES = (int) Geometry.SEAL_SIZE;
    private static final String ROOT = SealCertificates.AUTHORITY;
    private static final String MAKER = "One-Window Hub development seal maker";

    private final byte[] secret;
    private final KeyPair rootKeys;
    private final X509Certificate root;
    private final Clock clock;
    private final Map<String, Seal> seals = new ConcurrentHashMap<>();

    /**
     * The seals of a secret.
     *
     * @param secret at least 16 bytes
     */
    public SoftwareSeals(byte[] secret, Clock clock) {
        this.secret = secret.clone();
        this.clock = clock;
        this.rootKeys = keys("root");
        this.root = SealCertificates.of(ROOT, rootKeys, rootKeys.getPrivate(), true);
    }

    /** Who certifies them all. */
    X509Certificate root() {
        return root;
    }

    @Override
    public List<X509Certificate> authorities() {
        return List.of(root);
    }

    @Override
    public Seal sealOf(String organisation) {
        return seals.computeIfAbsent(organisation, this::made);
    }

    private Seal made(String organisation) {
        try {
            var keys = keys("signer/" + organisation);
            var certificate = SealCertificates.of(organisation, keys, rootKeys.getPrivate(), false)
                    .getEncoded();
            var now = clock.instant();
            var draft = new ElectronicSeal.Draft(
                    "OW" + HexFormat.of().formatHex(Sm2.digest(certificate), 0, 8),
                    organisation,
                    List.of(certificate),
                    now,
                    now.plus(SEAL_LASTS),
                    new ElectronicSeal.Draft.Picture(SealPicture.png(), MILLIMETRES, MILLIMETRES));
            var makerKeys = keys("maker");
            var maker = SealCertificates.of(MAKER, makerKeys, rootKeys.getPrivate(), false)
                    .getEncoded();
            var signature = Sm2.sign(makerKeys.getPrivate(), draft.info().getEncoded(ASN1Encoding.DER));
            return new SoftwareSeal(ElectronicSeal.made(draft, maker, signature), certificate, keys);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a new certificate can be written", impossible);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record SoftwareSeal(byte[] structure, byte[] certificate, KeyPair keys) implements Seal {
        @Override
        public byte[] sign(byte[] message) {
            return Sm2.sign(keys.getPrivate(), message);
        }
    }

    private KeyPair keys(String name) {
        var seed = HexFormat.of().formatHex(secret) + "/" + name;
        return Sm2.keysOf(seed.getBytes(StandardCharsets.UTF_8));
    }
}
