package org.onewindow.portal.messages;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.IdentityHash;
import org.onewindow.cases.store.MessageLine;
import org.onewindow.cases.store.MessageSearch;
import org.onewindow.cases.store.Messages;
import org.onewindow.portal.cases.Access;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.security.Role;
import org.onewindow.portal.wire.Page;
import org.onewindow.portal.wire.Wire;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Finds and shows what was said with departments: masked, unless somebody says why it must be seen. */
@RestController
@RequestMapping("/v1/admin/messages")
final class MessagesController {

    private static final int PAGE_MAX = 200;

    private final Messages messages;
    private final IdentityHash hash;
    private final Access access;

    MessagesController(Messages messages, IdentityHash hash, Access access) {
        this.messages = messages;
        this.hash = hash;
        this.access = access;
    }

    @GetMapping
    ResponseEntity<Page<MessageLine>> list(
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String reference,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String operation,
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable Long after,
            HttpServletRequest http,
            JwtAuthenticationToken token) {
        access.require(Caller.of(token), Role.OPERATOR);
        var wanted = new Wanted(number, reference, department, operation, outcome, from, until, null);
        var found = found(wanted.search(hash), after, limit);
        var shown = found.subList(0, Math.min(limit, found.size()));
        var answer = ResponseEntity.ok();
        if (found.size() > limit) {
            var next = UriComponentsBuilder.fromPath(http.getRequestURI())
                    .query(http.getQueryString())
                    .replaceQueryParam("after", shown.getLast().id());
            answer.header(HttpHeaders.LINK, "<" + next.build(true) + ">; rel=\"next\"");
        }
        return answer.body(new Page<>(shown));
    }

    /** By what must not stand in an address; one page. */
    @PostMapping(path = "/search", consumes = MediaType.APPLICATION_JSON_VALUE)
    Page<MessageLine> search(HttpServletRequest http, JwtAuthenticationToken token) throws IOException {
        access.require(Caller.of(token), Role.OPERATOR);
        return new Page<>(messages.search(Wire.read(http, Wanted.class).search(hash), null, PAGE_MAX));
    }

    private List<MessageLine> found(MessageSearch search, @Nullable Long after, int limit) {
        if (limit < 1 || limit > PAGE_MAX) {
            throw new Refusal(ProblemCode.PARAMETER_INVALID);
        }
        return messages.search(search, after, limit + 1);
    }

    @GetMapping("/{id}")
    Messages.Shown one(@PathVariable long id, JwtAuthenticationToken token) {
        access.require(Caller.of(token), Role.OPERATOR);
        return messages.show(id).orElseThrow(MessagesController::unknown);
    }

    @PostMapping(path = "/{id}/reveal", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Messages.Shown> reveal(@PathVariable long id, HttpServletRequest http, JwtAuthenticationToken token)
            throws IOException {
        var caller = Caller.of(token);
        access.require(caller, Role.OPERATOR);
        var reason = Reasoned.checked(Wire.read(http, Reasoned.class).reason());
        var revealed = messages.reveal(id, access.subjectOf(caller), reason).orElseThrow(MessagesController::unknown);
        return ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").body(revealed);
    }

    /** For a department's samples: told of people who never were. */
    @PostMapping("/{id}/sample")
    Messages.Shown sample(@PathVariable long id, JwtAuthenticationToken token) {
        access.require(Caller.of(token), Role.OPERATOR);
        return messages.fiction(id).orElseThrow(MessagesController::unknown);
    }

    static Refusal unknown() {
        return new Refusal(ProblemCode.MESSAGE_UNKNOWN);
    }
}
