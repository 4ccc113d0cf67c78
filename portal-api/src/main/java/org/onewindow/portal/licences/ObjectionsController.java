package org.onewindow.portal.licences;

import java.util.List;
import java.util.function.Supplier;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.licences.LicenceStore;
import org.onewindow.licences.authority.Objection;
import org.onewindow.portal.cases.Access;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.security.Role;
import org.onewindow.portal.wire.Page;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What holders say is wrong, for the department that issued it. */
@RestController
final class ObjectionsController {

    private final LicenceStore store;
    private final Supplier<ConfigurationTree> tree;
    private final Actors actors;
    private final Access access;

    ObjectionsController(LicenceStore store, Supplier<ConfigurationTree> tree, Actors actors, Access access) {
        this.store = store;
        this.tree = tree;
        this.actors = actors;
        this.access = access;
    }

    @GetMapping("/v1/objections")
    Page<Objection> open(JwtAuthenticationToken token) {
        var caller = department(token);
        return new Page<>(issuersOf(caller).stream()
                .flatMap(issuer -> store.objections().of(actors.of(caller), issuer).stream())
                .toList());
    }

    @PostMapping("/v1/objections/{id}:settle")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void settle(@PathVariable String id, JwtAuthenticationToken token) {
        var caller = department(token);
        if (issuersOf(caller).stream().noneMatch(issuer -> store.objections().settle(actors.of(caller), issuer, id))) {
            throw new Refusal(ProblemCode.OBJECTION_UNKNOWN);
        }
    }

    private Caller department(JwtAuthenticationToken token) {
        var caller = Caller.of(token);
        access.require(caller, Role.DEPARTMENT);
        return caller;
    }

    /** The credit codes under which the caller's department issues. */
    private List<String> issuersOf(Caller caller) {
        return tree.get().licences().values().stream()
                .map(type -> type.issuer())
                .filter(issuer ->
                        issuer.department() != null && issuer.department().equals(caller.department()))
                .map(issuer -> issuer.code())
                .distinct()
                .toList();
    }
}
