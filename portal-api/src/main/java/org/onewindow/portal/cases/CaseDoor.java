package org.onewindow.portal.cases;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.function.Supplier;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.cases.CaseEvent;
import org.onewindow.cases.PaymentFacts;
import org.onewindow.portal.problem.FieldError;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.wire.RequestHeaders;
import org.onewindow.routes.HubRoutes;
import org.springframework.stereotype.Component;

/** Tells a case what somebody asks of it, once however often they send it. */
@Component
public final class CaseDoor {

    private final HubRoutes routes;
    private final Answers answers;
    private final Access access;

    CaseDoor(HubRoutes routes, Answers answers, Access access) {
        this.routes = routes;
        this.answers = answers;
        this.access = access;
    }

    /**
     * Tells it, or finds that it was told before under the same key.
     *
     * @param body what the request says, JSON values
     * @return whether it was told before
     */
    public boolean tell(HttpServletRequest http, Caller caller, Object body, CaseNumber number, CaseEvent event) {
        return tell(http, caller, body, number, () -> event);
    }

    /** The same of what may be told only as the case stands now: asked for where it was not told before. */
    boolean tell(
            HttpServletRequest http,
            Caller caller,
            Object body,
            CaseNumber number,
            Supplier<? extends CaseEvent> event) {
        return tell(caller, RequestHeaders.idempotencyKey(http), http.getRequestURI(), body, number, event);
    }

    /**
     * The same by another door than HTTP.
     *
     * @param path what it would have been called there: the same request is the same whatever the door
     */
    public boolean tell(Caller caller, String key, String path, Object body, CaseNumber number, CaseEvent event) {
        return tell(caller, key, path, body, number, () -> event);
    }

    private boolean tell(
            Caller caller,
            String key,
            String path,
            Object body,
            CaseNumber number,
            Supplier<? extends CaseEvent> event) {
        var request = Map.of("path", path, "by", access.subjectOf(caller), "body", body);
        return answers.once(caller, key, request, () -> tell(number, event.get()));
    }

    private void tell(CaseNumber number, CaseEvent event) {
        var decision = routes.desk().tell(number, event);
        if (!decision.accepted()) {
            throw refusal(event, String.valueOf(decision.refusal()));
        }
    }

    private static Refusal refusal(CaseEvent event, String refusal) {
        if (refusal.equals("payment-facts") && event instanceof CaseEvent.Resolved resolved) {
            var errors = PaymentFacts.faults(resolved.facts()).entrySet().stream()
                    .map(fault -> FieldError.of("/facts/" + fault.getKey(), fault.getValue()))
                    .toList();
            return new Refusal(ProblemCode.REQUEST_INVALID, errors);
        }
        return new Refusal(codeOf(event, refusal));
    }

    private static ProblemCode codeOf(CaseEvent event, String refusal) {
        return switch (refusal) {
            case "not-asked" -> ProblemCode.NOT_ASKED;
            case "too-late" -> ProblemCode.TOO_LATE;
            case "complete" -> ProblemCode.MATERIALS_COMPLETE;
            case "not-open" -> ProblemCode.TASK_CLOSED;
            case "already" ->
                event instanceof CaseEvent.Confirmed ? ProblemCode.ALREADY_CONFIRMED : ProblemCode.NOT_NOW;
            case "unknown" ->
                event instanceof CaseEvent.SupplementHandedIn ? ProblemCode.SUPPLEMENT_UNKNOWN : ProblemCode.NOT_NOW;
            case "closed" ->
                event instanceof CaseEvent.SupplementHandedIn ? ProblemCode.SUPPLEMENT_CLOSED : ProblemCode.NOT_NOW;
            default -> ProblemCode.NOT_NOW;
        };
    }
}
