package org.onewindow.licences.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.onewindow.canonical.Localised;
import org.onewindow.config.LicenceType;
import org.onewindow.licences.Licence;

/** A fictitious licence, who seals it, and who verifies it. */
final class Given {

    static final String REGISTRY = "济南市自然资源和规划局";
    static final Instant NOON = Instant.parse("2026-11-26T04:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    static final SoftwareSeals SEALS = seals("the hall", CLOCK);
    static final LicenceDocuments DOCUMENTS = new LicenceDocuments(Typefaces.with(List.of()), SEALS, CLOCK);

    static final String TYPE = "11990000MB9990001A021";
    static final String CODE = "http://hub.test/verify#lic_" + "0".repeat(26) + ".1." + "0123456789abcdef0123";

    /** What the code of a copy would say: it is of another store. */
    static final String ELSEWHERE = CODE.replace("hub.test", "another.test");

    private Given() {}

    /** A store that knows titles and their issuer, and this state of what bears {@link #CODE}. */
    static LicenceKnowledge knowing(Licence.Status state) {
        return new LicenceKnowledge() {
            @Override
            public Optional<String> issuer(String typeCode) {
                return typeCode.equals(TYPE) ? Optional.of(REGISTRY) : Optional.empty();
            }

            @Override
            public Optional<Licence.Status> state(String print) {
                return print.equals(CODE) ? Optional.of(state) : Optional.empty();
            }
        };
    }

    /** A type with the fields that the hub's own tree gives it. */
    static LicenceType type(String id) throws IOException {
        return new LicenceType(
                id,
                TYPE,
                new Localised("不动产权证书", "Real-estate title"),
                new LicenceType.Issuer(new Localised("不动产登记中心", "Registry"), "11990100MB99900173", null),
                LicenceType.Holders.ANY,
                new LicenceType.Validity.Unlimited(),
                LicenceType.Sensitivity.GENERAL,
                true,
                null,
                null,
                Files.readString(Path.of("..", "config", "licences", id + ".fields.schema.json")),
                List.of());
    }

    /** A title that says this of itself. */
    static byte[] telling(Told told, String sealedBy) {
        return DOCUMENTS.sealed(title().marked(new Marks(null, null, CODE, told)), sealedBy);
    }

    /** A list of revoked certificates by the development root, good for so many days. */
    static X509CRL revocationList(int days, X509Certificate... revoked) throws Exception {
        var issuer = new JcaX509CertificateHolder(SEALS.root()).getSubject();
        var builder = new X509v2CRLBuilder(issuer, Date.from(NOON.minus(Duration.ofDays(7))));
        builder.setNextUpdate(Date.from(NOON.plus(Duration.ofDays(days))));
        for (var one : revoked) {
            builder.addCRLEntry(one.getSerialNumber(), Date.from(NOON), CRLReason.keyCompromise);
        }
        var signer = new JcaContentSignerBuilder("SM3withSM2")
                .setProvider(Sm2.PROVIDER)
                .build(keys("the hall", "root").getPrivate());
        return new JcaX509CRLConverter().setProvider(Sm2.PROVIDER).getCRL(builder.build(signer));
    }

    /** The keys of software seals, as {@link SoftwareSeals} derives them. */
    static KeyPair keys(String secret, String name) {
        var seed = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)) + "/" + name;
        return Sm2.keysOf(seed.getBytes(StandardCharsets.UTF_8));
    }

    static SoftwareSeals seals(String secret, Clock clock) {
        return new SoftwareSeals(secret.getBytes(StandardCharsets.UTF_8), clock);
    }

    static Clock later(Duration time) {
        return Clock.fixed(NOON.plus(time), ZoneOffset.UTC);
    }

    static Sheet title() {
        return new Sheet(
                "不动产权证书 Real estate title",
                "1.2.156.3005.2.11990000MB9990001A021.11990100MB99900173.2026000000000123.001.5",
                REGISTRY,
                List.of(
                        new Sheet.Row("权利人 Holder", "张铭 Zhang Ming"),
                        new Sheet.Row("不动产权证号 Number", "鲁(2026)济南市不动产权第0012345号"),
                        new Sheet.Row("面积 Area", "89.50 m²")),
                new Marks(null, null, CODE, new Told(TYPE, null, null, CODE)));
    }

    static byte[] sealed() {
        return DOCUMENTS.sealed(title(), REGISTRY);
    }

    /** What comes of a document where the development root is trusted and the licence is in force. */
    static Verdict verified(byte[] document) {
        return verified(document, new Trust(List.of(SEALS.root()), Set.of(), List.of()), Licence.Status.VALID);
    }

    static Verdict verified(byte[] document, Trust trust, Licence.Status state) {
        return new LicenceDocumentVerifier(() -> trust, CLOCK).verify(document, knowing(state));
    }

    static Map<String, byte[]> entries(byte[] zip) throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory()) {
                    entries.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return entries;
    }

    static byte[] zip(Map<String, byte[]> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    static byte[] entry(Map<String, byte[]> entries, String name) {
        return Objects.requireNonNull(entries.get(name), name);
    }
}
