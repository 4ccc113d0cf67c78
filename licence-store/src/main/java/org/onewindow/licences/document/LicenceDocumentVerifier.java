package org.onewindow.licences.document;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.licences.document.Verdict.Check;
import org.onewindow.licences.document.Verdict.Name;
import org.onewindow.licences.document.Verdict.Result;

/**
 * Tells whether a licence's OFD document is what it says it is, check by check.
 *
 * <p>Own code on purpose: the library's validator passes what an attacker sealed with a key of his own, and a container with
 * entries that nobody signed.
 */
public final class LicenceDocumentVerifier {

    private final Trust trust;
    private final Clock clock;

    public LicenceDocumentVerifier(Trust trust, Clock clock) {
        this.trust = trust;
        this.clock = clock;
    }

    /**
     * Every check, until one fails.
     *
     * @param document as it came: any bytes
     * @param issuer who must have sealed it, by the name in the certificate; null: whoever is trusted
     */
    public Verdict verify(byte[] document, @Nullable String issuer) {
        var examination = new Examination(document, trust, clock.instant(), issuer);
        var checks = new ArrayList<Check>();
        boolean goOn = true;
        for (var name : Name.values()) {
            if (!goOn) {
                checks.add(new Check(name, Result.NOT_REACHED, ""));
                continue;
            }
            var failure = made(examination, name);
            goOn = failure.isEmpty();
            checks.add(new Check(name, goOn ? Result.PASSED : Result.FAILED, failure.orElse("")));
        }
        return new Verdict(checks);
    }

    private static Optional<String> made(Examination examination, Name name) {
        try {
            return examination.make(name);
        } catch (IOException broken) {
            return Optional.of(String.valueOf(broken.getMessage()));
        }
    }
}
