package org.onewindow.portal.cases;

import jakarta.servlet.http.HttpServletRequest;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.cases.store.Cases;
import org.onewindow.licences.Refusals.About;
import org.onewindow.licences.materials.MaterialLooks;
import org.onewindow.licences.materials.MaterialSpace;
import org.onewindow.portal.problem.Asked;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.problem.StoreDoor;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.security.Role;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A clerk holds what a case bears against the original: from then on it is trusted more. */
@RestController
final class OriginalsController {

    private final Cases cases;
    private final Access access;
    private final BorneMaterials borne;
    private final MaterialLooks looks;
    private final MaterialSpace space;

    OriginalsController(Cases cases, Access access, BorneMaterials borne, MaterialLooks looks, MaterialSpace space) {
        this.cases = cases;
        this.access = access;
        this.borne = borne;
        this.looks = looks;
        this.space = space;
    }

    @StoreDoor("saw-original")
    @PostMapping("/v1/materials/{id}:original-seen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void originalSeen(
            @PathVariable String id,
            @RequestParam("case") String caseNumber,
            HttpServletRequest http,
            JwtAuthenticationToken token) {
        var caller = Caller.of(token);
        var number = CaseNumber.parse(caseNumber);
        Asked.about(http, About.of(number.orElse(null)));
        access.require(caller, Role.WINDOW);
        var found = number.flatMap(cases::find).orElseThrow(() -> new Refusal(ProblemCode.MATERIAL_UNKNOWN));
        if (!saw(caller, found, id)) {
            throw new Refusal(ProblemCode.MATERIAL_UNKNOWN).asWritten();
        }
    }

    /** By the id that the case lists it under, or by the one that it has in its holder's own space since. */
    private boolean saw(Caller caller, CaseSnapshot found, String id) {
        var clerk = access.actorOf(caller);
        return borne.find(caller, found, id)
                .filter(material -> material.upload() != null)
                .map(material -> looks.sawOriginal(clerk, found.number(), found.request(), material))
                .orElseGet(() -> space.confirm(clerk, id, found.number()));
    }
}
