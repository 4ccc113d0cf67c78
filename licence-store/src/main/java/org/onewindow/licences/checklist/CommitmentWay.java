package org.onewindow.licences.checklist;

import java.util.Map;
import org.onewindow.canonical.Declaration;
import org.onewindow.config.TrustLevel;

/** The applicant's word (告知承诺), where the matter takes it and it is trust enough. */
final class CommitmentWay implements Way {

    @Override
    public Finding look(Ask ask) {
        return ask.given().stream()
                .filter(given -> given.declared() == Declaration.COMMITMENT)
                .findFirst()
                .map(given -> TrustLevel.D.isAtLeast(ask.material().atLeast())
                        ? Finding.satisfied(Standing.SATISFIED_COMMITMENT, given)
                        : Finding.of(Standing.MISSING, "word-not-enough", Map.of()))
                .orElse(Finding.NOTHING);
    }
}
