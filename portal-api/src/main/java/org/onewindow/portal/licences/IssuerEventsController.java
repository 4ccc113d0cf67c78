package org.onewindow.portal.licences;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.onewindow.portal.problem.FieldError;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.wire.Wire;
import org.onewindow.routes.IssuerEvent;
import org.onewindow.routes.IssuerEvents;
import org.onewindow.routes.IssuerEvents.Taken;
import org.onewindow.routes.Violation;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where departments tell of the licences they issue; who they are they prove as for a callback, not by a token of ours. */
@RestController
final class IssuerEventsController {

    private final IssuerEvents events;

    IssuerEventsController(IssuerEvents events) {
        this.events = events;
    }

    @PostMapping("/v1/issuers/{department}/events")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void receive(@PathVariable String department, HttpServletRequest http) throws IOException {
        var body = Wire.bytes(http, Wire.BODY_MAX);
        if (!events.isAuthentic(department, http.getMethod(), http.getRequestURI(), headers(http), body)) {
            throw new Refusal(ProblemCode.NOT_AUTHENTICATED);
        }
        switch (events.take(department, Wire.as(Wire.read(body), IssuerEvent.class))) {
            case Taken.Done() -> {}
            case Taken.Unknown() -> throw new Refusal(ProblemCode.LICENCE_UNKNOWN);
            case Taken.WrongState() -> throw new Refusal(ProblemCode.LICENCE_STATE);
            case Taken.Invalid(List<Violation> violations) ->
                throw new Refusal(
                        ProblemCode.REQUEST_INVALID,
                        violations.stream()
                                .map(one -> new FieldError(one.pointer(), one.code(), one.detail()))
                                .toList());
        }
    }

    private static Map<String, String> headers(HttpServletRequest http) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (var name : Collections.list(http.getHeaderNames())) {
            headers.put(name, http.getHeader(name));
        }
        return headers;
    }
}
