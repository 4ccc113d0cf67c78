package org.onewindow.licences.document;

import java.util.List;
import java.util.Optional;

/** What a verification found: every check by its name, in the order in which they were made. */
public record Verdict(List<Check> checks) {

    public Verdict {
        checks = List.copyOf(checks);
    }

    /** What is looked at; each holds only where those before it do. */
    public enum Name {
        /** A ZIP container within bounds that can be read in one way only. */
        CONTAINER,
        /** OFD with one signature by a seal. */
        STRUCTURE,
        /** The signature covers all that is inside, and nothing that is not. */
        COMPLETENESS,
        /** What is inside is what was signed. */
        DIGESTS,
        /** The signer signed this list of digests. */
        SIGNATURE,
        /** The seal that is shown is the one that was used. */
        SEAL,
        /** The seal was given to this signer. */
        SIGNER,
        /** Its maker made the seal as it is. */
        MAKER,
        /** An authority that is trusted here certified signer and maker. */
        TRUST,
        /** The seal was valid when it was used, and that was not in the future. */
        VALIDITY,
        /** Neither seal nor certificates were revoked. */
        REVOCATION,
        /** It says what it is, and who signed is who issues such licences, or the hall where it is a copy. */
        ISSUER,
        /** Neither its licence's last day nor, of a copy, its own is over. */
        TERM,
        /** The licence is in force now, where it is one of the store that is asked. */
        STATE
    }

    /** Of one check. */
    public enum Result {
        PASSED,
        FAILED,
        /** There was nothing to look at. */
        SKIPPED,
        /** One before it failed. */
        NOT_REACHED
    }

    /**
     * One check.
     *
     * @param why it failed or was skipped, without anything the document says; empty: neither
     */
    public record Check(Name name, Result result, String why) {}

    /** Whether the document is what it says it is, as far as it could be looked at. */
    public boolean holds() {
        return checks.stream().allMatch(check -> check.result() == Result.PASSED || check.result() == Result.SKIPPED);
    }

    /** The first that failed; the document holds where there is none. */
    public Optional<Check> failed() {
        return checks.stream().filter(check -> check.result() == Result.FAILED).findFirst();
    }
}
