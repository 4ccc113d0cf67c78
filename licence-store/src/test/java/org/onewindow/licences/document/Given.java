package org.onewindow.licences.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A fictitious licence, who seals it, and who verifies it. */
final class Given {

    static final String REGISTRY = "济南市自然资源和规划局";
    static final Instant NOON = Instant.parse("2026-11-26T04:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    static final SoftwareSeals SEALS = seals("the hall", CLOCK);
    static final LicenceDocuments DOCUMENTS = new LicenceDocuments(Typefaces.with(List.of()), SEALS, CLOCK);

    private Given() {}

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
                null);
    }

    static byte[] sealed() {
        return DOCUMENTS.sealed(title(), REGISTRY);
    }

    static LicenceDocumentVerifier verifier() {
        return new LicenceDocumentVerifier(new Trust(List.of(SEALS.root()), _ -> false), CLOCK);
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
