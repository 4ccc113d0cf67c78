package org.onewindow.portal.cases;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.onewindow.canonical.MaterialReference;
import org.onewindow.canonical.Party;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.licences.Uploads;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.security.Role;
import org.springframework.stereotype.Component;

/**
 * What of a case's materials the caller may see: the window that serves all of them, people theirs and what they handed in themselves, a
 * department what was handed in because it asked for it. What else a department needs its messages bring.
 */
@Component
final class BorneMaterials {

    private final Access access;
    private final Uploads uploads;

    BorneMaterials(Access access, Uploads uploads) {
        this.access = access;
        this.uploads = uploads;
    }

    List<MaterialReference> of(Caller caller, CaseSnapshot found) {
        return found.request().materials().stream()
                .filter(one -> isShown(caller, found, one))
                .toList();
    }

    /** By its upload, or by what it was in its holder's own space. */
    Optional<MaterialReference> find(Caller caller, CaseSnapshot found, String id) {
        return of(caller, found).stream()
                .filter(one -> id.equals(one.upload()) || id.equals(one.stored()))
                .findFirst();
    }

    private boolean isShown(Caller caller, CaseSnapshot found, MaterialReference material) {
        var person = caller.person();
        if (person == null) {
            return caller.is(Role.WINDOW) || wasAskedForBy(caller, found, material);
        }
        return isOf(person, caller, found, material) || handedIn(caller, material);
    }

    private boolean isOf(Party person, Caller caller, CaseSnapshot found, MaterialReference material) {
        boolean ofAParty = found.request().parties().stream()
                .anyMatch(party -> party.idNumber().equals(material.of()));
        return ofAParty
                ? person.idNumber().equals(material.of())
                : found.request().applicant().isSameAs(person) || access.actsForApplicant(caller, found);
    }

    private boolean handedIn(Caller caller, MaterialReference material) {
        var upload = material.upload();
        return upload != null && uploads.of(upload, access.subjectOf(caller)).isPresent();
    }

    private static boolean wasAskedForBy(Caller caller, CaseSnapshot found, MaterialReference material) {
        return found.supplements().stream()
                .filter(asked -> asked.materials().contains(material))
                .map(asked -> asked.stepKey())
                .filter(Objects::nonNull)
                .flatMap(key -> found.step(key).stream())
                .anyMatch(
                        step -> Access.isOwnOfDepartment(caller, found.matter().step(step.step())));
    }
}
