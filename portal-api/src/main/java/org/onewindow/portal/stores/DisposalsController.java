package org.onewindow.portal.stores;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.licences.materials.Disposal;
import org.onewindow.licences.materials.Disposals;
import org.onewindow.portal.cases.Access;
import org.onewindow.portal.problem.FieldError;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The end of archives whose term is over (档案销毁): one operator names matter and day, another does it. */
@RestController
@RequestMapping("/v1/admin/disposals")
final class DisposalsController {

    private final Disposals disposals;
    private final Supplier<ConfigurationTree> tree;
    private final Access access;

    DisposalsController(Disposals disposals, Supplier<ConfigurationTree> tree, Access access) {
        this.disposals = disposals;
        this.tree = tree;
        this.access = access;
    }

    /** Of which matter, for the cases that were over before this day. */
    record Wish(String matter, LocalDate endedBefore) {}

    /** It waits for a second person. */
    record Asked(String id, int cases) {}

    @GetMapping
    Page<Disposal> all(JwtAuthenticationToken token) {
        operator(token);
        return new Page<>(disposals.all());
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Asked> ask(HttpServletRequest http, JwtAuthenticationToken token) throws IOException {
        var caller = operator(token);
        var wish = Wire.read(http, Wish.class);
        var matter = tree.get().matters().get(wish.matter());
        if (matter == null) {
            throw new Refusal(ProblemCode.MATTER_UNKNOWN, FieldError.of("/matter", "matter-unknown"));
        }
        var term = matter.archivedFor();
        if (term == null) {
            throw new Refusal(ProblemCode.DISPOSAL_REFUSED, FieldError.of("/matter", "permanent"));
        }
        var key = RequestHeaders.idempotencyKey(http);
        return switch (disposals.ask(access.actorOf(caller), matter.code(), term, wish.endedBefore(), key)) {
            case Disposals.Answer.Taken(String id, boolean before, int cases) -> {
                var answer = ResponseEntity.status(HttpStatus.CREATED);
                if (before) {
                    answer.header(RequestHeaders.REPLAYED, "true");
                }
                yield answer.body(new Asked(id, cases));
            }
            case Disposals.Answer.Refused(String reason) -> throw refusal(reason);
        };
    }

    @PostMapping("/{id}:confirm")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(@PathVariable String id, JwtAuthenticationToken token) {
        var outcome = disposals.confirm(access.actorOf(operator(token)), id);
        if (!outcome.equals("ok") && !outcome.equals("again")) {
            throw refusal(outcome);
        }
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String id, JwtAuthenticationToken token) {
        if (!disposals.withdraw(access.actorOf(operator(token)), id)) {
            throw refusal("unknown");
        }
    }

    private Caller operator(JwtAuthenticationToken token) {
        var caller = Caller.of(token);
        access.require(caller, Role.OPERATOR);
        return caller;
    }

    private static Refusal refusal(String reason) {
        return switch (reason) {
            case "unknown" -> new Refusal(ProblemCode.DISPOSAL_UNKNOWN);
            case "key-reused" -> new Refusal(ProblemCode.IDEMPOTENCY_KEY_REUSED);
            case "too-early" -> new Refusal(ProblemCode.DISPOSAL_REFUSED, FieldError.of("/endedBefore", reason));
            default -> new Refusal(ProblemCode.DISPOSAL_REFUSED, FieldError.of("", reason));
        };
    }
}
