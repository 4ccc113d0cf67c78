package org.onewindow.licences.document;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.jspecify.annotations.Nullable;

/** One document under examination; each check rests on what those before it found. */
final class Examination {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final byte[] document;
    private final Trust trust;
    private final Instant now;
    private final LicenceKnowledge knowledge;
    private @Nullable Container container;
    private @Nullable SignedList list;
    private @Nullable SealSignature signature;
    private @Nullable ElectronicSeal seal;
    private @Nullable X509Certificate signer;
    private @Nullable X509Certificate maker;
    private @Nullable LicenceChecks licence;

    Examination(byte[] document, Trust trust, Instant now, LicenceKnowledge knowledge) {
        this.document = document;
        this.trust = trust;
        this.now = now;
        this.knowledge = knowledge;
    }

    /** What comes of this check; an {@link IOException} is a failure as well. */
    Finding make(Verdict.Name check) throws IOException {
        return switch (check) {
            case CONTAINER -> Finding.of(opened());
            case STRUCTURE -> Finding.of(structured());
            case COMPLETENESS -> Finding.of(complete());
            case DIGESTS -> Finding.of(unchanged());
            case SIGNATURE -> Finding.of(signed());
            case SEAL -> Finding.of(sealShown());
            case SIGNER -> Finding.of(sealGiven());
            case MAKER -> Finding.of(sealMade());
            case TRUST -> Finding.of(trusted());
            case VALIDITY -> Finding.of(inTime());
            case REVOCATION -> Finding.of(notRevoked());
            case ISSUER -> issuedByWhoMay();
            case TERM -> there(licence).term(LocalDate.ofInstant(now, BEIJING));
            case STATE -> there(licence).state();
        };
    }

    private Optional<String> opened() throws IOException {
        container = Container.open(document);
        return Optional.empty();
    }

    private Optional<String> structured() throws IOException {
        list = SignedList.of(there(container));
        return Optional.empty();
    }

    private Optional<String> complete() {
        var covered = new HashSet<>(there(list).digests().keySet());
        var inside = new HashSet<>(there(container).files().keySet());
        inside.removeAll(Set.of(entry(there(list).place()), entry(there(list).value())));
        if (!inside.equals(covered)) {
            return Optional.of(
                    inside.containsAll(covered) ? "it holds what nobody signed" : "it lacks what was signed");
        }
        return Optional.empty();
    }

    private static String entry(String path) {
        return path.startsWith("/") ? path.substring(1) : path;
    }

    private Optional<String> unchanged() throws IOException {
        for (var digest : there(list).digests().entrySet()) {
            if (!MessageDigest.isEqual(digest.getValue(), Sm2.digest(file(digest.getKey())))) {
                return Optional.of("an entry was changed after it was signed");
            }
        }
        return Optional.empty();
    }

    private Optional<String> signed() throws IOException {
        var value = SealSignature.read(file(there(list).value()));
        if (!value.listPlace().equals(there(list).place())
                || !MessageDigest.isEqual(
                        value.listDigest(), Sm2.digest(file(there(list).place())))) {
            return Optional.of("it signs another list of digests");
        }
        var certificate = certificate(value.certificate());
        if (!Sm2.isBy(certificate, value.toSign(), value.signature())) {
            return Optional.of("it is not by the owner of its certificate");
        }
        signature = value;
        signer = certificate;
        return Optional.empty();
    }

    private Optional<String> sealShown() throws IOException {
        var shown = file(there(list).seal());
        if (!Arrays.equals(shown, there(signature).seal())) {
            return Optional.of("another seal is shown than was used");
        }
        seal = ElectronicSeal.read(shown);
        return Optional.empty();
    }

    private Optional<String> sealGiven() {
        boolean given = there(seal).signers().stream()
                .anyMatch(one -> Arrays.equals(one, there(signature).certificate()));
        return given ? Optional.empty() : Optional.of("the seal was not given to who signed");
    }

    private Optional<String> sealMade() throws IOException {
        var certificate = certificate(there(seal).maker());
        if (!Sm2.isBy(certificate, there(seal).info(), there(seal).signature())) {
            return Optional.of("the seal is not as its maker made it");
        }
        maker = certificate;
        return Optional.empty();
    }

    private Optional<String> trusted() {
        var at = there(signature).at();
        return trust.objection(there(signer), at)
                .map("the signer's certificate: "::concat)
                .or(() -> trust.objection(there(maker), at).map("the seal maker's certificate: "::concat));
    }

    private Optional<String> inTime() {
        var at = there(signature).at();
        if (at.isAfter(now.plus(CLOCKS_DIFFER))) {
            return Optional.of("it was signed in the future");
        }
        boolean held =
                !at.isBefore(there(seal).from()) && at.isBefore(there(seal).until());
        return held ? Optional.empty() : Optional.of("the seal did not hold when it was used");
    }

    private Optional<String> notRevoked() {
        if (trust.revoked().contains(there(seal).id())) {
            return Optional.of("the seal was revoked");
        }
        return trust.revocation(there(signer), now)
                .map("the signer's certificate: "::concat)
                .or(() -> trust.revocation(there(maker), now).map("the seal maker's certificate: "::concat));
    }

    private Finding issuedByWhoMay() throws IOException {
        licence = LicenceChecks.of(there(container), knowledge);
        return licence.issuer(organisation(there(signer)));
    }

    private static String organisation(X509Certificate certificate) throws IOException {
        try {
            return Arrays.stream(new JcaX509CertificateHolder(certificate)
                            .getSubject()
                            .getRDNs(BCStyle.O))
                    .map(RDN::getFirst)
                    .map(part -> IETFUtils.valueToString(part.getValue()))
                    .findFirst()
                    .orElse("");
        } catch (GeneralSecurityException garbage) {
            throw new IOException("a certificate cannot be read", garbage);
        }
    }

    private static X509Certificate certificate(byte[] der) throws IOException {
        try {
            return Sm2.certificate(der);
        } catch (GeneralSecurityException garbage) {
            throw new IOException("a certificate in it is none", garbage);
        }
    }

    private byte[] file(String path) throws IOException {
        var bytes = there(container).file(path);
        if (bytes == null) {
            throw new IOException("an entry that it names is not there");
        }
        return bytes;
    }

    private static <T> T there(@Nullable T found) {
        return Objects.requireNonNull(found, "the check before found it");
    }
}
