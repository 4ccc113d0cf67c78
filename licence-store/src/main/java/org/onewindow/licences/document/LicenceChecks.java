package org.onewindow.licences.document;

import java.io.IOException;
import java.time.LocalDate;
import org.onewindow.licences.Licence;

/** Whether a document whose seal is good is one of a licence: by who may seal it, still good by its own words, and in force. */
final class LicenceChecks {

    private final Told told;
    private final LicenceKnowledge knowledge;

    private LicenceChecks(Told told, LicenceKnowledge knowledge) {
        this.told = told;
        this.knowledge = knowledge;
    }

    static LicenceChecks of(Container container, LicenceKnowledge knowledge) throws IOException {
        return new LicenceChecks(Told.of(OfdEntries.customData(container)), knowledge);
    }

    /** An original bears the seal of who issues its type, a copy that of the hall that made it. */
    Finding issuer(String organisation) {
        var issuer = knowledge.issuer(told.typeCode());
        if (issuer.isEmpty()) {
            return Finding.failed("licences of its type are not registered here");
        }
        var expected = told.copyUntil() == null ? issuer.get() : LicenceDocuments.HALL;
        return organisation.equals(expected)
                ? Finding.PASSED
                : Finding.failed("who signed does not issue such licences");
    }

    Finding term(LocalDate today) {
        var last = told.lastDay();
        return last == null || !last.isBefore(today) ? Finding.PASSED : Finding.failed("expired");
    }

    Finding state() {
        var print = told.print();
        var state = print == null ? null : knowledge.state(print).orElse(null);
        if (state == null) {
            return Finding.skipped("it is of another store: ask there");
        }
        return state == Licence.Status.VALID ? Finding.PASSED : Finding.failed(state.code());
    }
}
