package org.onewindow.portal.stores;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.licences.materials.MaterialLook;
import org.onewindow.licences.materials.MaterialLooks;
import org.onewindow.portal.cases.Access;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.wire.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What holders see of the looks at what they handed in, beside the uses of their licences. */
@RestController
final class MaterialLooksController {

    private static final int PAGE_MAX = 200;

    private final MaterialLooks looks;
    private final Access access;

    MaterialLooksController(MaterialLooks looks, Access access) {
        this.looks = looks;
        this.access = access;
    }

    /**
     * The newest first.
     *
     * @param before the id of the last one of the page before
     */
    @GetMapping("/v1/me/materials/usage")
    ResponseEntity<Page<MaterialLook>> usage(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable Long before,
            JwtAuthenticationToken token) {
        if (limit < 1 || limit > PAGE_MAX) {
            throw new Refusal(ProblemCode.PARAMETER_INVALID);
        }
        var caller = Caller.of(token);
        access.personOf(caller);
        var found = looks.at(access.actorOf(caller), Optional.ofNullable(before).orElse(Long.MAX_VALUE), limit);
        var answer = ResponseEntity.ok();
        if (found.size() == limit) {
            answer.header(
                    "Link",
                    "</v1/me/materials/usage?limit=" + limit + "&before="
                            + found.getLast().id() + ">; rel=\"next\"");
        }
        return answer.body(new Page<>(found));
    }
}
