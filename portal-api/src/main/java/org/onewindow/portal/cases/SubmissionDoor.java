package org.onewindow.portal.cases;

import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.ServiceRequest;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.cases.store.Submission;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.security.Caller;
import org.onewindow.routes.HubRoutes;
import org.onewindow.routes.Intake.Answer;
import org.springframework.stereotype.Component;

/** Hands an application to the one intake, whatever channel it came by; what is not taken is a {@link Refusal}. */
@Component
public final class SubmissionDoor {

    private final HubRoutes routes;
    private final Access access;
    private final IntakeRefusals refusals;

    SubmissionDoor(HubRoutes routes, Access access, IntakeRefusals refusals) {
        this.routes = routes;
        this.access = access;
        this.refusals = refusals;
    }

    /**
     * It is stored.
     *
     * @param opened the case as this submission opened it; null: an earlier one of the same key did
     */
    public record Taken(CaseNumber number, @Nullable CaseSnapshot opened) {

        public boolean replayed() {
            return opened == null;
        }
    }

    public Taken take(Caller caller, String key, ServiceRequest request) {
        var right = access.mayApplyFor(caller, request.applicant(), request.matter());
        var submission = new Submission(caller.client(), key, "", access.subjectOf(caller), right);
        return switch (routes.intake().submit(submission, request)) {
            case Answer.Taken(CaseSnapshot opened) -> new Taken(opened.number(), opened);
            case Answer.Replayed(CaseNumber number) -> new Taken(number, null);
            case Answer.InFlight _ -> throw new Refusal(ProblemCode.REQUEST_IN_FLIGHT);
            case Answer.KeyReused _ -> throw new Refusal(ProblemCode.IDEMPOTENCY_KEY_REUSED);
            case Answer.AlreadyOpen _ -> throw refusals.alreadyOpen(request.matter());
            case Answer.UnknownMatter _ -> throw refusals.unknownMatter();
            case Answer.Invalid invalid -> throw refusals.invalid(invalid.violations());
        };
    }
}
