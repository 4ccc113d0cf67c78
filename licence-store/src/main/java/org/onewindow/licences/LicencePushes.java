package org.onewindow.licences;

import java.util.Arrays;
import org.onewindow.licences.LicenceWords.Speaker;

/** What issuers tell by themselves of licences that they issued or renewed: kept once, however often it is told. For many threads. */
public final class LicencePushes {

    private final LicenceWords words;

    LicencePushes(LicenceWords words) {
        this.words = words;
    }

    /**
     * One that was issued. Under a number that is known it is the next version, or one of its own where other people hold it or the one
     * before was revoked (补发).
     */
    public LicenceOutcome issued(Actor issuer, String department, LicenceDraft draft) {
        var speaker = new Speaker(issuer, department, "push");
        return words.inTransaction(() -> words.known(draft)
                .map(before -> issued(speaker, draft, before))
                .orElseGet(() -> noted(
                        speaker, draft, words.add(speaker, draft) ? LicenceOutcome.OK : LicenceOutcome.CONFLICT)));
    }

    private LicenceOutcome issued(Speaker speaker, LicenceDraft draft, KnownLicence before) {
        if (!draft.asOf().isAfter(before.asOf())) {
            return LicenceOutcome.ALREADY;
        }
        return switch (before.state()) {
            case "valid" -> next(speaker, draft, before);
            case "revoked", "cancelled" -> noted(speaker, draft, words.anew(speaker, draft));
            // of a suspended one its issuer says that it goes on; another number stands in the place of a superseded
            // one
            default -> LicenceOutcome.WRONG_STATE;
        };
    }

    /** One that was renewed. */
    public LicenceOutcome renewed(Actor issuer, String department, LicenceDraft draft) {
        var speaker = new Speaker(issuer, department, "push");
        return words.inTransaction(() -> words.known(draft)
                .map(before -> renewed(speaker, draft, before))
                .orElse(LicenceOutcome.UNKNOWN));
    }

    private LicenceOutcome renewed(Speaker speaker, LicenceDraft draft, KnownLicence before) {
        if (draft.asOf().isBefore(before.asOf())) {
            return LicenceOutcome.STALE;
        }
        return before.isOver() ? LicenceOutcome.WRONG_STATE : next(speaker, draft, before);
    }

    private LicenceOutcome next(Speaker speaker, LicenceDraft draft, KnownLicence before) {
        boolean same = Arrays.equals(words.digest(draft), before.said());
        if (same && !draft.asOf().isAfter(before.asOf())) {
            return LicenceOutcome.ALREADY;
        }
        return noted(speaker, draft, same ? LicenceOutcome.OK : words.next(speaker, draft));
    }

    private LicenceOutcome noted(Speaker speaker, LicenceDraft draft, LicenceOutcome written) {
        return written == LicenceOutcome.OK && !words.note(speaker, draft) ? LicenceOutcome.CONFLICT : written;
    }
}
