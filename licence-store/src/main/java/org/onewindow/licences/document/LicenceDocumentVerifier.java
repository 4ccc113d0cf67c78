package org.onewindow.licences.document;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.function.Supplier;
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

    private final Supplier<Trust> trust;
    private final Clock clock;

    /**
     * A verifier.
     *
     * @param trust asked at each verification
     */
    public LicenceDocumentVerifier(Supplier<Trust> trust, Clock clock) {
        this.trust = trust;
        this.clock = clock;
    }

    /**
     * Every check, until one fails.
     *
     * @param document as it came: any bytes
     */
    public Verdict verify(byte[] document, LicenceKnowledge knowledge) {
        var examination = new Examination(document, trust.get(), clock.instant(), knowledge);
        var checks = new ArrayList<Check>();
        boolean goOn = true;
        for (var name : Name.values()) {
            if (!goOn) {
                checks.add(new Check(name, Result.NOT_REACHED, ""));
                continue;
            }
            var finding = made(examination, name);
            goOn = finding.result() != Result.FAILED;
            checks.add(new Check(name, finding.result(), finding.why()));
        }
        return new Verdict(checks);
    }

    private static Finding made(Examination examination, Name name) {
        try {
            return examination.make(name);
        } catch (IOException broken) {
            return Finding.failed(String.valueOf(broken.getMessage()));
        }
    }
}
