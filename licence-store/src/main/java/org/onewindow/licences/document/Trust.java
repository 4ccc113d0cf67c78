package org.onewindow.licences.document;

import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whom a verifier believes.
 *
 * @param anchors the authorities that certify signers and makers of seals
 * @param revoked what counts no more: seals by their ids, certificates by their serial numbers in hexadecimal
 * @param lists the authorities' own revocation lists, each signed by one of the anchors
 */
public record Trust(List<X509Certificate> anchors, Set<String> revoked, List<X509CRL> lists) {

    public Trust {
        anchors = List.copyOf(anchors);
        revoked = Set.copyOf(revoked);
        lists = List.copyOf(lists);
    }

    /** Why this certificate was not to be believed at that time; empty: it was. */
    Optional<String> objection(X509Certificate certificate, Instant at) {
        if (certificate.getBasicConstraints() >= 0) {
            return Optional.of("an authority's certificate was used to sign");
        }
        if (anchors.stream().noneMatch(anchor -> isIssuedBy(certificate, anchor, at))) {
            return Optional.of("no authority that is trusted here certified it");
        }
        try {
            certificate.checkValidity(Date.from(at));
        } catch (GeneralSecurityException outOfTime) {
            return Optional.of("it did not hold at the time of signing");
        }
        return Optional.empty();
    }

    /**
     * Why this certificate counts no more; empty: it does. When it was revoked does not matter, since the time of signing is only what the
     * signer says. A list that is out of date says nothing, so that nobody passes by its being withheld.
     */
    Optional<String> revocation(X509Certificate certificate, Instant now) {
        if (revoked.contains(certificate.getSerialNumber().toString(16))) {
            return Optional.of("it was revoked");
        }
        var ofItsAuthority = lists.stream()
                .filter(list -> list.getIssuerX500Principal().equals(certificate.getIssuerX500Principal()))
                .toList();
        if (ofItsAuthority.stream()
                .anyMatch(list -> list.getRevokedCertificate(certificate.getSerialNumber()) != null)) {
            return Optional.of("its authority revoked it");
        }
        return ofItsAuthority.stream()
                .max(Comparator.comparing(X509CRL::getThisUpdate))
                .filter(newest -> newest.getNextUpdate() != null
                        && newest.getNextUpdate().toInstant().isBefore(now))
                .map(_ -> "its authority's revocation list is out of date");
    }

    private static boolean isIssuedBy(X509Certificate certificate, X509Certificate anchor, Instant at) {
        try {
            anchor.checkValidity(Date.from(at));
            certificate.verify(anchor.getPublicKey(), Sm2.PROVIDER);
            return anchor.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
        } catch (GeneralSecurityException | RuntimeException another) {
            return false;
        }
    }
}
