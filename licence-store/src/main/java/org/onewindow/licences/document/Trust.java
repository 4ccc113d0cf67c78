package org.onewindow.licences.document;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Whom a verifier believes.
 *
 * @param anchors the authorities that certify signers and makers of seals
 * @param revoked whether a seal, by its id, or a certificate, by its serial number in hexadecimal, counts no more
 */
public record Trust(List<X509Certificate> anchors, Predicate<String> revoked) {

    public Trust {
        anchors = List.copyOf(anchors);
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
