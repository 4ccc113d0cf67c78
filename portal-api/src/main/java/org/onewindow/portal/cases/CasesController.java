package org.onewindow.portal.cases;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.cases.store.Submission;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.security.Role;
import org.onewindow.portal.text.Languages;
import org.onewindow.portal.wire.RequestHeaders;
import org.onewindow.routes.HubRoutes;
import org.onewindow.routes.Intake.Answer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The one window's counter (一窗受理): takes an application and answers when it is stored. */
@RestController
@RequestMapping("/v1/cases")
final class CasesController {

    private final HubRoutes routes;
    private final Access access;
    private final OwnCases own;
    private final IntakeRefusals refusals;

    CasesController(HubRoutes routes, Access access, OwnCases own, IntakeRefusals refusals) {
        this.routes = routes;
        this.access = access;
        this.own = own;
        this.refusals = refusals;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CaseView> submit(HttpServletRequest http, JwtAuthenticationToken token) throws IOException {
        var caller = Caller.of(token);
        access.require(caller, Role.CASES, Role.WINDOW);
        var key = RequestHeaders.idempotencyKey(http);
        var request = Requests.read(http, caller);
        access.mayApplyFor(caller, request.applicant());
        return switch (routes.intake().submit(submission(caller, key), request)) {
            case Answer.Taken(CaseNumber number) -> accepted(number, false, http, caller);
            case Answer.Replayed(CaseNumber number) -> accepted(number, true, http, caller);
            case Answer.InFlight _ -> throw new Refusal(ProblemCode.REQUEST_IN_FLIGHT);
            case Answer.KeyReused _ -> throw new Refusal(ProblemCode.IDEMPOTENCY_KEY_REUSED);
            case Answer.AlreadyOpen _ -> throw refusals.alreadyOpen(request.matter());
            case Answer.UnknownMatter _ -> throw refusals.unknownMatter();
            case Answer.Invalid invalid -> throw refusals.invalid(invalid.violations());
        };
    }

    /** The window's staff act for the person in front of them. */
    private Submission submission(Caller caller, String key) {
        return new Submission(
                caller.client(), key, "", access.subjectOf(caller), caller.is(Role.WINDOW) ? "window" : null);
    }

    private ResponseEntity<CaseView> accepted(
            CaseNumber number, boolean replayed, HttpServletRequest http, Caller caller) {
        var wait = RequestHeaders.preferredWait(http);
        var view = own.view(number, caller, Languages.of(http), wait.orElse(java.time.Duration.ZERO));
        boolean finished = wait.isPresent() && view.state().finished();
        var answer = ResponseEntity.status(finished ? 200 : 202).location(URI.create("/v1/cases/" + number));
        if (replayed) {
            answer.header(RequestHeaders.REPLAYED, "true");
        }
        wait.ifPresent(time -> answer.header("Preference-Applied", "wait=" + time.toSeconds()));
        return answer.body(view);
    }
}
