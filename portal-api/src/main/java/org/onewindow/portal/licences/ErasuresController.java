package org.onewindow.portal.licences;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.onewindow.canonical.IdType;
import org.onewindow.canonical.Localised;
import org.onewindow.licences.ErasureReason;
import org.onewindow.licences.Erasures;
import org.onewindow.licences.LicenceStore;
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
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whom the stores are to forget: they say so, or an operator does; another operator does it. */
@RestController
final class ErasuresController {

    private final Erasures erasures;
    private final Actors actors;
    private final Access access;

    ErasuresController(LicenceStore store, Actors actors, Access access) {
        this.erasures = store.erasures();
        this.actors = actors;
        this.access = access;
    }

    /** The caller wants to be forgotten. */
    record Own(ErasureReason reason) {}

    /** An operator wants somebody to be forgotten. */
    record About(Actors.Named holder, ErasureReason reason) {}

    /** Whom the second person has looked into. */
    record Confirmed(Actors.Named holder) {}

    /** It waits for a second person. */
    record Asked(String id) {}

    @StoreDoor("ask-erasure")
    @PostMapping(path = "/v1/me/erasures", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Asked> own(HttpServletRequest http, JwtAuthenticationToken token) throws IOException {
        var caller = Caller.of(token);
        access.require(caller, Role.CASES);
        var self = access.personOf(caller);
        return ask(
                http,
                caller,
                self.idType(),
                self.idNumber(),
                Wire.read(http, Own.class).reason());
    }

    @StoreDoor("ask-erasure")
    @PostMapping(path = "/v1/admin/erasures", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Asked> about(HttpServletRequest http, JwtAuthenticationToken token) throws IOException {
        var caller = operator(token);
        var wish = Wire.read(http, About.class);
        return ask(http, caller, wish.holder().idType(), wish.holder().plainNumber(), wish.reason());
    }

    @GetMapping("/v1/admin/erasures")
    Page<Erasures.Waiting> waiting(JwtAuthenticationToken token) {
        operator(token);
        return new Page<>(erasures.waiting());
    }

    @StoreDoor("withdraw-erasure")
    @DeleteMapping("/v1/me/erasures")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(JwtAuthenticationToken token) {
        if (!erasures.withdraw(actors.person(Caller.of(token)))) {
            throw new Refusal(ProblemCode.ERASURE_UNKNOWN).asWritten();
        }
    }

    @StoreDoor("confirm-erasure")
    @PostMapping(path = "/v1/admin/erasures/{id}:confirm", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(@PathVariable String id, HttpServletRequest http, JwtAuthenticationToken token) throws IOException {
        var caller = operator(token);
        var about = Wire.read(http, Confirmed.class).holder();
        if (erasures.confirm(actors.of(caller), id, about.idType(), about.plainNumber())
                instanceof Erasures.Answer.Refused refused) {
            throw refusal(refused).asWritten();
        }
    }

    private Caller operator(JwtAuthenticationToken token) {
        var caller = Caller.of(token);
        access.require(caller, Role.OPERATOR);
        return caller;
    }

    private ResponseEntity<Asked> ask(
            HttpServletRequest http, Caller caller, IdType idType, String idNumber, ErasureReason reason) {
        var key = RequestHeaders.idempotencyKey(http);
        return switch (erasures.ask(actors.of(caller), idType, idNumber, reason, key)) {
            case Erasures.Answer.Taken(String id, boolean before) -> {
                var answer = ResponseEntity.status(HttpStatus.CREATED);
                if (before) {
                    answer.header(RequestHeaders.REPLAYED, "true");
                }
                yield answer.body(new Asked(id));
            }
            case Erasures.Answer.Refused refused -> throw refusal(refused).asWritten();
        };
    }

    private static Refusal refusal(Erasures.Answer.Refused refused) {
        int open = refused.openCases();
        return switch (refused.reason()) {
            case "key-reused" -> new Refusal(ProblemCode.IDEMPOTENCY_KEY_REUSED);
            case "unknown" -> new Refusal(ProblemCode.ERASURE_UNKNOWN);
            // the count and no number: which cases they are is for those who take part in them
            case "open-cases" ->
                new Refusal(
                        ProblemCode.ERASURE_REFUSED,
                        new FieldError(
                                "", "open-cases", new Localised("尚有" + open + "件未办结", open + " cases are open")));
            default -> new Refusal(ProblemCode.ERASURE_REFUSED, FieldError.of("", refused.reason()));
        };
    }
}
