package org.onewindow.portal.cases;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.security.Role;
import org.onewindow.portal.wire.Wire;
import org.onewindow.routes.HubRoutes;
import org.onewindow.routes.Inquiries.Asked;
import org.onewindow.routes.InquiryAnswer;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Questions without a case, about the caller's own data; nothing is created, so no key is needed. */
@RestController
final class InquiriesController {

    private final HubRoutes routes;
    private final Access access;

    InquiriesController(HubRoutes routes, Access access) {
        this.routes = routes;
        this.access = access;
    }

    record Question(Map<String, Object> form) {}

    @PostMapping(path = "/v1/inquiries/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    InquiryAnswer ask(@PathVariable String id, HttpServletRequest http, JwtAuthenticationToken token)
            throws IOException {
        var caller = Caller.of(token);
        access.require(caller, Role.CASES);
        var person = access.personOf(caller);
        var question = Wire.read(http, Question.class);
        return switch (routes.inquiries().ask(id, person, question.form())) {
            case Asked.Told(InquiryAnswer answer) -> answer;
            case Asked.Invalid invalid ->
                throw new Refusal(ProblemCode.REQUEST_INVALID, IntakeRefusals.errors(invalid.violations()));
            case Asked.UnknownInquiry _ -> throw new Refusal(ProblemCode.INQUIRY_UNKNOWN);
        };
    }
}
