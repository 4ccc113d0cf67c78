package org.onewindow.portal.cases;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.onewindow.canonical.Party;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.cases.store.Cases;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.licences.Licence;
import org.onewindow.licences.LicenceStore;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.problem.StoreDoor;
import org.onewindow.portal.security.Caller;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A matter's form, filled in for the caller as far as the hub can: of their own only, and each look at a licence is a use. */
@RestController
final class PrefillController {

    private static final int NEWEST = 20;

    private final Supplier<ConfigurationTree> tree;
    private final Cases cases;
    private final LicenceStore licences;
    private final Access access;

    PrefillController(Supplier<ConfigurationTree> tree, Cases cases, LicenceStore licences, Access access) {
        this.tree = tree;
        this.cases = cases;
        this.licences = licences;
        this.access = access;
    }

    /**
     * To be handed in as it is, or changed.
     *
     * @param form by field
     */
    record Filled(String matter, Map<String, Object> form) {}

    @StoreDoor("prefill")
    @GetMapping("/v1/matters/{code}/prefill")
    Filled of(@PathVariable String code, JwtAuthenticationToken token) {
        var caller = Caller.of(token);
        var person = access.personOf(caller);
        var matter = tree.get().matters().get(code);
        if (matter == null) {
            throw new Refusal(ProblemCode.MATTER_UNKNOWN);
        }
        if (matter.prefill().isEmpty()) {
            return new Filled(code, Map.of());
        }
        var known = new Prefill(
                licences.own().all(access.actorOf(caller)).stream()
                        .sorted(Comparator.comparing(Licence::issuedOn).reversed())
                        .toList(),
                applications(person, access.subjectOf(caller)));
        var form = known.of(matter);
        licences.formOffers().offered(access.holderOf(person), code, form);
        return new Filled(code, form);
    }

    private List<CaseSnapshot> applications(Party person, String idHash) {
        return cases.ofSubject(idHash, NEWEST, null).stream()
                .map(cases::find)
                .flatMap(Optional::stream)
                .filter(found -> found.request().applicant().isSameAs(person))
                .toList();
    }
}
