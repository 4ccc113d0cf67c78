package org.onewindow.licences.checklist;

import org.onewindow.canonical.Declaration;

/** The applicant's word (告知承诺), where the matter takes it. */
final class CommitmentWay implements Way {

    @Override
    public Finding look(Ask ask) {
        return ask.given().stream()
                .filter(given -> given.declared() == Declaration.COMMITMENT)
                .findFirst()
                .map(given -> Finding.satisfied(Standing.SATISFIED_COMMITMENT, given))
                .orElse(Finding.NOTHING);
    }
}
