package org.onewindow.portal.licences;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.onewindow.licences.LicenceStore;
import org.onewindow.licences.authority.Emergency;
import org.onewindow.licences.authority.Mandates;
import org.onewindow.portal.cases.Access;
import org.onewindow.portal.problem.FieldError;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.problem.StoreDoor;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.security.Role;
import org.onewindow.portal.wire.Page;
import org.onewindow.portal.wire.RequestHeaders;
import org.onewindow.portal.wire.Wire;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Mandates, and the end of what was allowed: from the answer on nothing that rests on it works. */
@RestController
final class StandingController {

    private final LicenceStore store;
    private final Actors actors;
    private final Access access;

    StandingController(LicenceStore store, Actors actors, Access access) {
        this.store = store;
        this.actors = actors;
        this.access = access;
    }

    /** Somebody is to act for the caller in these matters, until then, at most three years. */
    record Mandate(Actors.Named agent, List<String> matters, Instant until) {}

    @StoreDoor("give-mandate")
    @PostMapping(path = "/v1/mandates", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> give(HttpServletRequest http, JwtAuthenticationToken token) throws IOException {
        var caller = Caller.of(token);
        var principal = actors.person(caller);
        var key = RequestHeaders.idempotencyKey(http);
        var wished = Wire.read(http, Mandate.class);
        var given =
                store.mandates().give(principal, actors.holder(wished.agent()), wished.matters(), wished.until(), key);
        return switch (given) {
            case Mandates.Given.Mandate(String id) ->
                ResponseEntity.created(URI.create("/v1/mandates/" + id)).body(Map.of("id", id));
            case Mandates.Given.Refused(String reason)
            when reason.equals("key-reused") -> throw new Refusal(ProblemCode.IDEMPOTENCY_KEY_REUSED).asWritten();
            case Mandates.Given.Refused(String reason) ->
                throw new Refusal(
                                ProblemCode.REQUEST_INVALID,
                                FieldError.of(reason.equals("too-long") ? "/until" : "/agent", reason))
                        .asWritten();
        };
    }

    @StoreDoor("revoke-mandate")
    @PostMapping("/v1/mandates/{id}:revoke")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String id, JwtAuthenticationToken token) {
        must(store.mandates().revoke(actors.person(Caller.of(token)), id), ProblemCode.MANDATE_UNKNOWN);
    }

    @StoreDoor("revoke-authorisation")
    @PostMapping("/v1/authorisations/{id}:revoke")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String id, JwtAuthenticationToken token) {
        must(store.authorisations().revoke(actors.of(Caller.of(token)), id), ProblemCode.AUTHORISATION_UNKNOWN);
    }

    /** The second person of an emergency. */
    @StoreDoor("confirm-emergency")
    @PostMapping("/v1/authorisations/{id}:confirm")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(@PathVariable String id, JwtAuthenticationToken token) {
        var caller = operatorOrDepartment(token);
        must(store.authorisations().confirm(actors.of(caller), id), ProblemCode.AUTHORISATION_UNKNOWN);
    }

    /** Emergencies without a second person: a department's own; for an operator all. */
    @GetMapping("/v1/admin/emergencies")
    Page<Emergency> emergencies(JwtAuthenticationToken token) {
        return new Page<>(store.emergencies().unconfirmed(actors.of(operatorOrDepartment(token))));
    }

    /** To the store who speaks for no department is an operator: a department's token without its name is nobody's. */
    private Caller operatorOrDepartment(JwtAuthenticationToken token) {
        var caller = Caller.of(token);
        if (caller.department() == null) {
            access.require(caller, Role.OPERATOR);
        } else {
            access.require(caller, Role.DEPARTMENT, Role.OPERATOR);
        }
        return caller;
    }

    private static void must(boolean done, ProblemCode otherwise) {
        if (!done) {
            throw new Refusal(otherwise).asWritten();
        }
    }
}
