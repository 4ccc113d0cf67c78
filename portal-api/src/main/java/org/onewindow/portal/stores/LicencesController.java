package org.onewindow.portal.stores;

import java.util.LinkedHashMap;
import java.util.List;
import org.onewindow.canonical.Party;
import org.onewindow.licences.Holder;
import org.onewindow.licences.Licence;
import org.onewindow.licences.LicenceStore;
import org.onewindow.portal.cases.Access;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
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

    private static final int SHOWN = 4;

    private final LicenceStore store;
    private final Access access;

    LicencesController(LicenceStore store, Access access) {
        this.store = store;
        this.access = access;
    }

    @GetMapping
    Page<Licence> list(JwtAuthenticationToken token) {
        var caller = Caller.of(token);
        var person = access.personOf(caller);
        return new Page<>(store.own().all(access.actorOf(caller)).stream()
                .map(one -> masked(one, person))
                .toList());
    }

    @GetMapping("/{id}")
    Licence one(@PathVariable String id, JwtAuthenticationToken token) {
        var caller = Caller.of(token);
        var person = access.personOf(caller);
        return store.own()
                .one(access.actorOf(caller), id)
                .map(one -> masked(one, person))
                .orElseThrow(() -> new Refusal(ProblemCode.LICENCE_UNKNOWN));
    }

    private Licence masked(Licence licence, Party person) {
        List<Holder> holders = licence.holders().stream()
                .map(holder -> person.isIdentifiedBy(holder.idType(), holder.idNumber()) ? holder : masked(holder))
                .toList();
        var data = new LinkedHashMap<>(licence.data());
        // a certificate's own list of holders bears their numbers too
        data.remove("holders");
        if (holders.size() > 1 && store.catalogue().knows(licence.type())) {
            store.catalogue().type(licence.type()).personal().forEach(data::remove);
        }
        return licence.showing(holders, data);
    }

    private static Holder masked(Holder other) {
        var number = other.idNumber();
        var end = number.substring(Math.max(0, number.length() - SHOWN));
        return new Holder(
                other.name(), other.idType(), "*".repeat(number.length() - end.length()) + end, other.share());
    }
}
