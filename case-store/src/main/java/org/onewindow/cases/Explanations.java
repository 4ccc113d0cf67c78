package org.onewindow.cases;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Why a whole case is where it is: told by the step whose actor is nearest to the applicant. */
final class Explanations {

    private static final List<NextActor> FIRST =
            List.of(NextActor.APPLICANT, NextActor.OPERATOR, NextActor.WINDOW, NextActor.DEPARTMENT, NextActor.NOBODY);

    /** An open case whose steps are all over could not issue its licence. */
    static final Why LICENCE_FAILED = Why.of("licence-failed", NextActor.OPERATOR);

    private Explanations() {}

    static Why of(CaseSnapshot snapshot) {
        var ofSteps = snapshot.steps().values().stream()
                .filter(step -> !step.state().isFinal())
                .map(StepSnapshot::why)
                .filter(Objects::nonNull)
                .min(Comparator.comparing(why -> FIRST.indexOf(why.nextActor())))
                .orElse(LICENCE_FAILED);
        var ending = snapshot.ending();
        if (ending != null) {
            return new Why(
                    "ends-as-" + ending.outcome().code(), ofSteps.nextActor(), Map.of("because", ofSteps.code()));
        }
        return ofSteps;
    }
}
