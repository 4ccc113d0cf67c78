package org.onewindow.portal.statuslists;

import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** For verifiers that will be cut off (断网验证): state only, for everybody, no token needed. */
@RestController
final class StatusListsController {

    static final String LIST = "application/statuslist+jwt";

    private final StatusIssues issues;
    private final StatusKeys keys;

    StatusListsController(StatusIssues issues, StatusKeys keys) {
        this.issues = issues;
        this.keys = keys;
    }

    /** One issuer's list. */
    record Where(String issuer, String uri) {}

    /**
     * What a verifier takes along besides the lists.
     *
     * @param keys the public keys that sign, as JWKs (RFC 7517)
     */
    record Anchors(List<Map<String, Object>> keys, List<Where> lists) {}

    @GetMapping(path = "/v1/status-lists", produces = MediaType.APPLICATION_JSON_VALUE)
    Anchors anchors() {
        return new Anchors(
                List.of(keys.get().publicKey()),
                issues.issuers().stream()
                        .map(issuer -> new Where(issuer, issues.uri(issuer)))
                        .toList());
    }

    @GetMapping(path = "/v1/status-lists/{issuer}", produces = LIST)
    ResponseEntity<String> list(@PathVariable String issuer, WebRequest request) {
        var issue = issues.of(issuer);
        var tag = issue.tag();
        var caching = CacheControl.maxAge(StatusIssue.LOOK_AGAIN).cachePublic();
        return request.checkNotModified(tag)
                ? ResponseEntity.status(304).eTag(tag).cacheControl(caching).build()
                : ResponseEntity.ok().eTag(tag).cacheControl(caching).body(issue.token());
    }
}
