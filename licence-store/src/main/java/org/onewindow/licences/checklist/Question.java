package org.onewindow.licences.checklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.ServiceRequest;
import org.onewindow.cases.CaseMachine;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.config.Matter;
import org.onewindow.licences.Actor;

/**
 * For what a checklist is wanted.
 *
 * @param actor who asks: the applicant for themselves, whoever was allowed to look for them, or the hub for a case
 * @param number null: there is no case yet
 * @param tree by whose catalogues
 * @param asOf the same question as of the same time has the same answer while the stores hold the same
 */
public record Question(
        Matter matter,
        ServiceRequest request,
        Actor actor,
        @Nullable CaseNumber number,
        ConfigurationTree tree,
        Instant asOf) {

    /** The same, asked by them. */
    public Question askedBy(Actor other) {
        return new Question(matter, request, other, number, tree, asOf);
    }

    LocalDate day() {
        return LocalDate.ofInstant(asOf, CaseMachine.BEIJING);
    }

    /** The last day on which the hall promises to decide. */
    LocalDate decisionDay() {
        return tree.workingDays().plus(day(), matter.limit().promisedDays()).day();
    }

    /** What the catalogue's expressions see. */
    Map<String, Object> input() {
        return CaseMachine.input(request);
    }

    /** The matter's revision and the catalogues'. */
    String ruleVersion() {
        return matter.revision() + '/' + tree.revision();
    }

    /** Neither the request nor who asks. */
    @Override
    public String toString() {
        return "Question[" + matter.code() + ", " + asOf + "]";
    }
}
