package org.onewindow.portal.cases;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.text.Languages;
import org.onewindow.portal.wire.Page;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows cases and their traces; one answer for all channels (进度查询). */
@RestController
@RequestMapping("/v1/cases")
final class CaseReadController {

    private static final int PAGE_MAX = 100;

    private final Access access;
    private final OwnCases own;
    private final CaseViews views;
    private final CaseTimeline timeline;

    CaseReadController(Access access, OwnCases own, CaseViews views, CaseTimeline timeline) {
        this.access = access;
        this.own = own;
        this.views = views;
        this.timeline = timeline;
    }

    @GetMapping
    ResponseEntity<Page<CaseLine>> list(
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String after,
            HttpServletRequest http,
            JwtAuthenticationToken token) {
        var caller = Caller.of(token);
        access.personOf(caller);
        if (limit < 1 || limit > PAGE_MAX) {
            throw new Refusal(ProblemCode.PARAMETER_INVALID);
        }
        var found = own.page(caller, limit + 1, after == null ? null : cursor(after));
        var shown = found.subList(0, Math.min(limit, found.size()));
        var answer = ResponseEntity.ok();
        if (found.size() > limit) {
            var next = "/v1/cases?limit=" + limit + "&after=" + shown.getLast().number();
            answer.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
        var language = Languages.of(http);
        return answer.body(
                new Page<>(shown.stream().map(one -> views.line(one, language)).toList()));
    }

    @GetMapping("/{number}")
    CaseView one(@PathVariable String number, HttpServletRequest http, JwtAuthenticationToken token) {
        var caller = Caller.of(token);
        return views.of(access.read(caller, number), caller, Languages.of(http));
    }

    @GetMapping("/{number}/timeline")
    Page<CaseTimeline.Line> timeline(
            @PathVariable String number, HttpServletRequest http, JwtAuthenticationToken token) {
        return new Page<>(timeline.of(access.read(Caller.of(token), number), Languages.of(http)));
    }

    private static CaseNumber cursor(String after) {
        return CaseNumber.parse(after).orElseThrow(() -> new Refusal(ProblemCode.PARAMETER_INVALID));
    }
}
