package org.onewindow.portal.licences;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onewindow.licences.LicenceStore;
import org.onewindow.licences.authority.AuthorisationRecord;
import org.onewindow.licences.authority.MandateRecord;
import org.onewindow.portal.cases.CaseView.Link;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.wire.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the caller allowed, what a law allows about them, and for whom they may act; with the way to end it. */
@RestController
@RequestMapping("/v1/me")
final class OwnAuthorityController {

    private static final int PAGE_MAX = 200;

    private final LicenceStore store;
    private final Actors actors;

    OwnAuthorityController(LicenceStore store, Actors actors) {
        this.store = store;
        this.actors = actors;
    }

    /** An authorisation, and how it is ended where the caller may. */
    record Authorisation(@JsonUnwrapped AuthorisationRecord authorisation, Map<String, Link> _links) {

        static Authorisation of(AuthorisationRecord one) {
            return new Authorisation(one, revoking(one.endsAtAWord(), "/v1/authorisations/" + one.id()));
        }
    }

    /** A mandate, and how it is ended while it holds. */
    record Mandate(@JsonUnwrapped MandateRecord mandate, Map<String, Link> _links) {

        static Mandate of(MandateRecord one) {
            return new Mandate(one, revoking(one.state().equals("live"), "/v1/mandates/" + one.id()));
        }
    }

    /**
     * The newest first.
     *
     * @param before the id of the last one of the page before
     */
    @GetMapping("/authorisations")
    ResponseEntity<Page<Authorisation>> authorisations(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String before,
            JwtAuthenticationToken token) {
        var found = store.ownAuthority().authorisations(actors.person(Caller.of(token)), before, bounded(limit));
        return page("authorisations", limit, found, AuthorisationRecord::id, Authorisation::of);
    }

    @GetMapping("/mandates")
    ResponseEntity<Page<Mandate>> mandates(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String before,
            JwtAuthenticationToken token) {
        var found = store.ownAuthority().mandates(actors.person(Caller.of(token)), before, bounded(limit));
        return page("mandates", limit, found, MandateRecord::id, Mandate::of);
    }

    private static <R, V> ResponseEntity<Page<V>> page(
            String path, int limit, List<R> found, Function<R, String> id, Function<R, V> view) {
        var answer = ResponseEntity.ok();
        if (found.size() == limit) {
            answer.header(
                    "Link",
                    "</v1/me/%s?limit=%d&before=%s>; rel=\"next\"".formatted(path, limit, id.apply(found.getLast())));
        }
        return answer.body(new Page<>(found.stream().map(view).toList()));
    }

    private static int bounded(int limit) {
        if (limit < 1 || limit > PAGE_MAX) {
            throw new Refusal(ProblemCode.PARAMETER_INVALID);
        }
        return limit;
    }

    private static Map<String, Link> revoking(boolean may, String self) {
        return may ? Map.of("revoke", new Link(self + ":revoke")) : Map.of();
    }
}
