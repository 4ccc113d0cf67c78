package org.onewindow.portal.licences;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.licences.LicenceStore;
import org.onewindow.licences.authority.Objected;
import org.onewindow.licences.authority.OwnObjection;
import org.onewindow.licences.authority.UseRecord;
import org.onewindow.portal.problem.FieldError;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.problem.StoreDoor;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.wire.Page;
import org.onewindow.portal.wire.RequestHeaders;
import org.onewindow.portal.wire.Wire;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What holders see of the uses of their licences, and what they say is wrong on them. */
@RestController
final class OwnUsageController {

    private static final int PAGE_MAX = 200;
    private static final int TEXT_MAX = 2_000;

    private final LicenceStore store;
    private final Actors actors;

    OwnUsageController(LicenceStore store, Actors actors) {
        this.store = store;
        this.actors = actors;
    }

    /** What is wrong on which licence. */
    record Objecting(String licence, String text) {}

    /**
     * The newest first.
     *
     * @param before the id of the last one of the page before
     */
    @GetMapping("/v1/me/usage")
    ResponseEntity<Page<UseRecord>> usage(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable Long before,
            JwtAuthenticationToken token) {
        if (limit < 1 || limit > PAGE_MAX) {
            throw new Refusal(ProblemCode.PARAMETER_INVALID);
        }
        List<UseRecord> uses = store.usage()
                .of(actors.person(Caller.of(token)), Optional.ofNullable(before).orElse(Long.MAX_VALUE), limit);
        var answer = ResponseEntity.ok();
        if (uses.size() == limit) {
            answer.header(
                    "Link",
                    "</v1/me/usage?limit=" + limit + "&before=" + uses.getLast().id() + ">; rel=\"next\"");
        }
        return answer.body(new Page<>(uses));
    }

    /**
     * The newest first, with what was answered.
     *
     * @param before the id of the last one of the page before
     */
    @GetMapping("/v1/me/objections")
    ResponseEntity<Page<OwnObjection>> objections(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String before,
            JwtAuthenticationToken token) {
        if (limit < 1 || limit > PAGE_MAX) {
            throw new Refusal(ProblemCode.PARAMETER_INVALID);
        }
        var found = store.objections().own(actors.person(Caller.of(token)), before, limit);
        var answer = ResponseEntity.ok();
        if (found.size() == limit) {
            answer.header(
                    "Link",
                    "</v1/me/objections?limit=" + limit + "&before="
                            + found.getLast().id() + ">; rel=\"next\"");
        }
        return answer.body(new Page<>(found));
    }

    @StoreDoor("object")
    @PostMapping(path = "/v1/me/objections", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> object(HttpServletRequest http, JwtAuthenticationToken token)
            throws IOException {
        var caller = Caller.of(token);
        var holder = actors.person(caller);
        var key = RequestHeaders.idempotencyKey(http);
        var body = Wire.read(http, Objecting.class);
        if (body.text().isBlank() || body.text().length() > TEXT_MAX) {
            throw new Refusal(ProblemCode.REQUEST_INVALID, FieldError.of("/text", "out-of-bounds"));
        }
        return switch (store.objections()
                .object(holder, actors.holder(caller, null), body.licence(), body.text(), key)) {
            case Objected.Taken(String id, boolean before) -> {
                var answer = ResponseEntity.status(HttpStatus.CREATED);
                if (before) {
                    answer.header(RequestHeaders.REPLAYED, "true");
                }
                yield answer.body(Map.of("id", id));
            }
            case Objected.Refused(String reason)
            when reason.equals("key-reused") -> throw new Refusal(ProblemCode.IDEMPOTENCY_KEY_REUSED).asWritten();
            case Objected.Refused _ -> throw new Refusal(ProblemCode.LICENCE_UNKNOWN).asWritten();
        };
    }
}
