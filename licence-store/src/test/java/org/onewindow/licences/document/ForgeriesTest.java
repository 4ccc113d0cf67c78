package org.onewindow.licences.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.onewindow.licences.Licence;
import org.onewindow.licences.document.Verdict.Name;

/** Forgeries of more than forty kinds and what each of them is refused for. */
class ForgeriesTest {

    private static final String PAGE = "Doc_0/Pages/Page_0/Content.xml";
    private static final String LIST = "Doc_0/Signs/Sign_0/Signature.xml";
    private static final String VALUE = "Doc_0/Signs/Sign_0/SignedValue.dat";
    private static final String SEAL = "Doc_0/Signs/Sign_0/Seal.esl";
    private static final String SIGNATURES = "Doc_0/Signs/Signatures.xml";
    private static final byte[] GENUINE = Given.sealed();
    private static final SoftwareSeals ATTACKER = Given.seals("the attacker", Given.CLOCK);

    /** Changes the entries of a genuine document. */
    @FunctionalInterface
    private interface Change {
        void of(Map<String, byte[]> entries) throws IOException;
    }

    @TestFactory
    Stream<DynamicTest> whatIsInsideWasChanged() {
        return Stream.of(
                changed("a character of the page", Name.DIGESTS, all -> replace(all, PAGE, "张铭", "王强")),
                changed("a number of the page", Name.DIGESTS, all -> replace(all, PAGE, "89.50", "889.50")),
                changed("the font", Name.DIGESTS, all -> flip(all, "Doc_0/Res/OneWindow0.ttf", 500)),
                changed("the document's root", Name.DIGESTS, all -> replace(all, "OFD.xml", "DocType", "docType")),
                changed("the resources", Name.DIGESTS, all -> replace(all, "Doc_0/PublicRes.xml", "Res", "Rse")),
                changed("an entry more", Name.COMPLETENESS, all -> all.put("Doc_0/Pages/Page_1/Content.xml", page())),
                changed(
                        "an entry in the signature's folder",
                        Name.COMPLETENESS,
                        all -> all.put("Doc_0/Signs/Sign_0/more.xml", page())),
                changed("an entry less", Name.COMPLETENESS, all -> all.remove("Doc_0/Res/OneWindow0.ttf")),
                changed("no page", Name.COMPLETENESS, all -> all.remove(PAGE)),
                changed("no seal", Name.COMPLETENESS, all -> all.remove(SEAL)),
                changed("no signature", Name.SIGNATURE, all -> all.remove(VALUE)),
                changed("no list", Name.STRUCTURE, all -> all.remove(LIST)),
                changed("no signatures", Name.STRUCTURE, all -> all.remove(SIGNATURES)),
                changed("no root", Name.STRUCTURE, all -> all.remove("OFD.xml")),
                changed(
                        "signatures taken out of the root",
                        Name.STRUCTURE,
                        all -> replace(
                                all, "OFD.xml", "<ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures>", "")));
    }

    @TestFactory
    Stream<DynamicTest> theListWasChanged() {
        return Stream.of(
                changed("the digest of a changed page", Name.SIGNATURE, all -> {
                    replace(all, PAGE, "张铭", "王强");
                    replace(
                            all,
                            LIST,
                            digest(Given.entry(Given.entries(GENUINE), PAGE)),
                            digest(Given.entry(all, PAGE)));
                }),
                changed(
                        "a reference taken out",
                        Name.COMPLETENESS,
                        all -> replace(
                                all,
                                LIST,
                                "<ofd:Reference FileRef=\"/" + PAGE + "\"><ofd:CheckValue>"
                                        + digest(Given.entry(all, PAGE)) + "</ofd:CheckValue></ofd:Reference>",
                                "")),
                changed(
                        "a reference twice",
                        Name.STRUCTURE,
                        all -> replace(
                                all,
                                LIST,
                                "</ofd:References>",
                                "<ofd:Reference FileRef=\"/OFD.xml\"><ofd:CheckValue>AA==</ofd:CheckValue></ofd:Reference></ofd:References>")),
                changed(
                        "a digest that is none",
                        Name.STRUCTURE,
                        all -> replace(all, LIST, "<ofd:CheckValue>", "<ofd:CheckValue>?")),
                changed(
                        "a weak digest",
                        Name.STRUCTURE,
                        all -> replace(all, LIST, "CheckMethod=\"SM3\"", "CheckMethod=\"MD5\"")),
                changed(
                        "the time it tells",
                        Name.SIGNATURE,
                        all -> replace(all, LIST, "SignatureDateTime>2", "SignatureDateTime>1")),
                changed(
                        "a DOCTYPE",
                        Name.STRUCTURE,
                        all -> replace(
                                all,
                                LIST,
                                "<ofd:Signature ",
                                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><ofd:Signature ")),
                changed(
                        "a second signature",
                        Name.STRUCTURE,
                        all -> replace(
                                all,
                                SIGNATURES,
                                "<ofd:MaxSignId>",
                                "<ofd:Signature ID=\"2\" Type=\"Seal\" BaseLoc=\"/Doc_0/Signs/Sign_1/Signature.xml\"/><ofd:MaxSignId>")),
                changed(
                        "a signature without a seal",
                        Name.STRUCTURE,
                        all -> replace(all, SIGNATURES, "\"Seal\"", "\"Sign\"")),
                changed("no XML", Name.STRUCTURE, all -> all.put(LIST, new byte[] {1, 2, 3})));
    }

    @TestFactory
    Stream<DynamicTest> theSignatureIsAnothers() throws IOException {
        var other = Given.entries(Given.DOCUMENTS.sealed(Given.title().marked(Marks.NONE), Given.REGISTRY));
        var attackers = sealed(ATTACKER.sealOf(Given.REGISTRY));
        return Stream.of(
                changed("of another document", Name.SIGNATURE, all -> all.put(VALUE, Given.entry(other, VALUE))),
                changed("a byte of it", Name.SIGNATURE, all -> flip(all, VALUE, Given.entry(all, VALUE).length - 3)),
                changed("nothing", Name.SIGNATURE, all -> all.put(VALUE, new byte[0])),
                changed("no DER", Name.SIGNATURE, all -> all.put(VALUE, "signed".getBytes(UTF_8))),
                refused("an attacker's own seal, key and root", Name.TRUST, attackers),
                refused("a genuine seal, an attacker's key", Name.SIGNER, sealed(mixed())),
                refused("a look-alike seal by an attacker for a genuine signer", Name.TRUST, sealed(lookAlike())),
                refused("a seal of another organisation", Name.ISSUER, Given.DOCUMENTS.sealed(Given.title(), "别的单位")),
                changed(
                        "a genuine seal shown, another used",
                        Name.DIGESTS,
                        all -> all.put(SEAL, ATTACKER.sealOf(Given.REGISTRY).structure())));
    }

    @TestFactory
    Stream<DynamicTest> theTimeIsNot() {
        return Stream.of(
                at("signed in the future", Name.VALIDITY, Duration.ofDays(2)),
                at("sealed after the seal's end", Name.VALIDITY, Duration.ofDays(-4 * 365L)));
    }

    @TestFactory
    Stream<DynamicTest> theSealCountsNoMore() throws Exception {
        var seal = Given.SEALS.sealOf(Given.REGISTRY);
        var signer = Sm2.certificate(seal.certificate());
        var maker = Sm2.certificate(ElectronicSeal.read(seal.structure()).maker());
        return Stream.of(
                revoked("the seal", Set.of(ElectronicSeal.read(seal.structure()).id())),
                revoked("the signer", Set.of(signer.getSerialNumber().toString(16))),
                revoked("the signer, by its authority", Set.of(), Given.revocationList(7, signer)),
                revoked("the maker, by its authority", Set.of(), Given.revocationList(7, maker)),
                revoked(
                        "the signer, on an old list",
                        Set.of(),
                        Given.revocationList(7, signer),
                        Given.revocationList(9)),
                revoked("nobody, on a list out of date", Set.of(), Given.revocationList(-1)));
    }

    private static DynamicTest revoked(String what, Set<String> revoked, X509CRL... lists) {
        var trust = new Trust(List.of(Given.SEALS.root()), revoked, List.of(lists));
        return DynamicTest.dynamicTest(
                what, () -> assertRefused(Given.verified(GENUINE, trust, Licence.Status.VALID), Name.REVOCATION));
    }

    /** Good seals by authorities that are trusted, on what is not, or no more, what it says it is. */
    @TestFactory
    Stream<DynamicTest> theLicenceIsNotSuchAOne() {
        var today = LocalDate.ofInstant(Given.NOON, ZoneOffset.UTC);
        return Stream.of(
                told(
                        "an issuer's seal on another's type",
                        Name.ISSUER,
                        new Told("11990000MB9990004K004", null, null, null)),
                told("a copy by who makes none", Name.ISSUER, new Told(Given.TYPE, null, today, null)),
                refused(
                        "an original by who only makes copies",
                        Name.ISSUER,
                        Given.telling(new Told(Given.TYPE, null, null, null), LicenceDocuments.HALL)),
                refused(
                        "a document that does not say what it is",
                        Name.ISSUER,
                        Given.DOCUMENTS.sealed(Given.title().marked(Marks.NONE), Given.REGISTRY)),
                told("a licence that is over", Name.TERM, new Told(Given.TYPE, today.minusDays(1), null, null)),
                refused(
                        "a copy that is over, of a licence that is not",
                        Name.TERM,
                        Given.telling(
                                new Told(Given.TYPE, today.plusDays(9), today.minusDays(1), null),
                                LicenceDocuments.HALL)),
                now("revoked since", Licence.Status.REVOKED),
                now("suspended now", Licence.Status.SUSPENDED),
                now("a later version stands in its place", Licence.Status.SUPERSEDED),
                now("nobody knows any more", Licence.Status.UNKNOWN));
    }

    private static DynamicTest told(String what, Name check, Told told) {
        return refused(what, check, Given.telling(told, Given.REGISTRY));
    }

    private static DynamicTest now(String what, Licence.Status state) {
        var trust = new Trust(List.of(Given.SEALS.root()), Set.of(), List.of());
        return DynamicTest.dynamicTest(what, () -> {
            var verdict = Given.verified(GENUINE, trust, state);

            assertRefused(verdict, Name.STATE);
            assertThat(verdict.failed().orElseThrow().why()).isEqualTo(state.code());
        });
    }

    @TestFactory
    Stream<DynamicTest> theContainerIsATrap() {
        return Stream.of(
                refused("no ZIP", Name.CONTAINER, "%PDF-1.7".getBytes(UTF_8)),
                refused("nothing", Name.CONTAINER, new byte[0]),
                refused("half of it", Name.CONTAINER, Arrays.copyOf(GENUINE, GENUINE.length / 2)),
                changed("a name that climbs out", Name.CONTAINER, all -> all.put("../../evil.xml", page())),
                changed("an absolute name", Name.CONTAINER, all -> all.put("/etc/evil.xml", page())),
                changed("a backslash", Name.CONTAINER, all -> all.put("Doc_0\\evil.xml", page())),
                changed("two names that differ in case", Name.CONTAINER, all -> all.put("ofd.XML", page())),
                changed("a bomb", Name.CONTAINER, all -> all.put("Doc_0/Res/bomb.bin", new byte[15 * 1024 * 1024])),
                changed("a bomb that is called a folder", Name.CONTAINER, all -> all.put("x/", new byte[15 << 20])),
                changed("very many entries", Name.CONTAINER, all -> {
                    for (int i = 0; i < 300; i++) {
                        all.put("Doc_0/Res/" + i, page());
                    }
                }),
                DynamicTest.dynamicTest(
                        "an entry that its directory does not list",
                        () -> assertRefused(withHiddenEntry(), Name.CONTAINER)));
    }

    private static DynamicTest changed(String what, Name check, Change change) {
        return DynamicTest.dynamicTest(what, () -> {
            var entries = new LinkedHashMap<>(Given.entries(GENUINE));
            change.of(entries);
            assertRefused(Given.zip(entries), check);
        });
    }

    private static DynamicTest refused(String what, Name check, byte[] document) {
        return DynamicTest.dynamicTest(what, () -> assertRefused(document, check));
    }

    private static DynamicTest at(String what, Name check, Duration offset) {
        return DynamicTest.dynamicTest(what, () -> {
            var seals = Given.seals("the hall", Given.later(offset.isNegative() ? offset : Duration.ZERO));
            var document = new LicenceDocuments(
                            Typefaces.with(List.of()), seals, Given.later(offset.isNegative() ? Duration.ZERO : offset))
                    .sealed(Given.title(), Given.REGISTRY);
            assertRefused(document, check);
        });
    }

    private static void assertRefused(byte[] document, Name check) {
        assertRefused(Given.verified(document), check);
    }

    private static void assertRefused(Verdict verdict, Name check) {
        assertThat(verdict.holds()).isFalse();
        assertThat(verdict.failed().orElseThrow().name()).isEqualTo(check);
        assertThat(verdict.failed().orElseThrow().why()).isNotBlank();
    }

    private static byte[] sealed(SealService.Seal seal) throws IOException {
        var plain = new OfdSheet(Typefaces.with(List.of())).write(Given.title());
        return new SealedOfd(Given.CLOCK).seal(plain, seal);
    }

    /** The genuine seal, used with an attacker's key and certificate. */
    private static SealService.Seal mixed() {
        var genuine = Given.SEALS.sealOf(Given.REGISTRY);
        var attacker = ATTACKER.sealOf(Given.REGISTRY);
        return seal(genuine.structure(), attacker);
    }

    /** An attacker's seal that lists the genuine signer; whoever signs, its maker is not trusted. */
    private static SealService.Seal lookAlike() throws IOException {
        var genuine = Given.SEALS.sealOf(Given.REGISTRY);
        var draft = new ElectronicSeal.Draft(
                "OW1",
                Given.REGISTRY,
                List.of(genuine.certificate()),
                Given.NOON,
                Given.NOON.plus(Duration.ofDays(1)),
                new ElectronicSeal.Draft.Picture(SealPicture.png(), 38, 38));
        var certificate =
                ElectronicSeal.read(ATTACKER.sealOf(Given.REGISTRY).structure()).maker();
        var attackersMaker = Given.keys("the attacker", "maker");
        var signature = Sm2.sign(attackersMaker.getPrivate(), draft.info().getEncoded());
        return seal(ElectronicSeal.made(draft, certificate, signature), genuine);
    }

    private static SealService.Seal seal(byte[] structure, SealService.Seal signer) {
        return new SealService.Seal() {
            @Override
            public byte[] structure() {
                return structure;
            }

            @Override
            public byte[] certificate() {
                return signer.certificate();
            }

            @Override
            public byte[] sign(byte[] message) {
                return signer.sign(message);
            }
        };
    }

    /** A local entry before the rest, which the directory at the end knows nothing of. */
    private static byte[] withHiddenEntry() throws IOException {
        var hidden = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(hidden)) {
            zip.putNextEntry(new ZipEntry("hidden.xml"));
            zip.write(page());
            zip.closeEntry();
        }
        int local = indexOf(hidden.toByteArray(), new byte[] {'P', 'K', 1, 2});
        var both = new ByteArrayOutputStream();
        both.write(hidden.toByteArray(), 0, local);
        both.write(GENUINE);
        return both.toByteArray();
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int i = 0; i <= bytes.length - wanted.length; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        throw new IllegalArgumentException("not in it");
    }

    private static void replace(Map<String, byte[]> entries, String name, String what, String by) {
        var text = new String(Given.entry(entries, name), UTF_8);
        assertThat(text).contains(what);
        entries.put(name, text.replace(what, by).getBytes(UTF_8));
    }

    private static void flip(Map<String, byte[]> entries, String name, int at) {
        var bytes = Given.entry(entries, name).clone();
        bytes[at] ^= 1;
        entries.put(name, bytes);
    }

    private static String digest(byte[] bytes) {
        return Base64.getEncoder().encodeToString(Sm2.digest(bytes));
    }

    private static byte[] page() {
        return "<ofd:Page xmlns:ofd=\"http://www.ofdspec.org/2016\"/>".getBytes(UTF_8);
    }
}
