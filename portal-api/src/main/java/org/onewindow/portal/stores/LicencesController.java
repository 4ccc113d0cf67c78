package org.onewindow.portal.stores;

import org.onewindow.licences.Licence;
import org.onewindow.licences.LicenceStore;
import org.onewindow.portal.cases.Access;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.problem.StoreDoor;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.wire.Page;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own e-licences; of co-holders only what stands on the paper for everybody, their numbers masked. */
@RestController
@RequestMapping("/v1/licences")
final class LicencesController {

    private final LicenceStore store;
    private final Access access;

    LicencesController(LicenceStore store, Access access) {
        this.store = store;
        this.access = access;
    }

    @StoreDoor("own-view")
    @GetMapping
    Page<Licence> list(JwtAuthenticationToken token) {
        var caller = Caller.of(token);
        access.personOf(caller);
        return new Page<>(store.own().all(access.actorOf(caller)));
    }

    @StoreDoor("own-view")
    @GetMapping("/{id}")
    Licence one(@PathVariable String id, JwtAuthenticationToken token) {
        var caller = Caller.of(token);
        access.personOf(caller);
        return store.own().one(access.actorOf(caller), id).orElseThrow(() -> new Refusal(ProblemCode.LICENCE_UNKNOWN)
                .asWritten());
    }
}
