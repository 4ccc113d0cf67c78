package org.onewindow.portal.licences;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.cases.Supplement;
import org.onewindow.config.Matter;
import org.onewindow.config.Matter.RequiredMaterial.Source;
import org.onewindow.licences.authority.Mode;
import org.onewindow.licences.checklist.OneTimeNotices;
import org.onewindow.portal.cases.Access;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.security.Role;
import org.springframework.stereotype.Component;

/**
 * What staff may look at for a case: what its matter asks for as a licence, what a supervisor demanded of it beyond that, and what the caller's
 * own step was answered with; not whatever they like, nor whatever they ask for.
 */
@Component
final class AskedFor {

    private static final Set<Mode> ANSWERED = Set.of(Mode.PREDICATE, Mode.FIELDS);

    private final OneTimeNotices notices;
    private final Access access;

    AskedFor(OneTimeNotices notices, Access access) {
        this.notices = notices;
        this.access = access;
    }

    boolean allOf(List<String> types, Caller caller, CaseSnapshot found) {
        var beyond = beyond(caller, found).keySet();
        return types.stream()
                .allMatch(type -> isOf(found.matter(), type) || beyond.contains(type) || serves(caller, found, type));
    }

    /**
     * Beyond what the matter asks for: of what a supervisor demanded all, as on paper; of the licences that the caller's own step was answered
     * with, by the hub or by the applicant, questions and fields. That it asked for them is not enough.
     */
    Map<String, Set<Mode>> beyond(Caller caller, CaseSnapshot found) {
        var modes = new HashMap<String, Set<Mode>>();
        found.supplements().stream()
                .filter(one -> isOwn(one, caller, found))
                .flatMap(one -> one.materials().stream())
                .filter(one -> one.licence() != null)
                .forEach(one -> modes.put(one.type(), ANSWERED));
        notices.demands(found.number()).forEach(one -> modes.put(one.type(), NeedOfMatter.ALL));
        return modes;
    }

    /** A window tells whoever stands there whether there is what a department asked them for; it did not ask for it itself. */
    private static boolean serves(Caller caller, CaseSnapshot found, String type) {
        return caller.is(Role.WINDOW)
                && found.supplements().stream()
                        .flatMap(one -> one.items().stream())
                        .anyMatch(item -> item.code().equals(type));
    }

    private boolean isOwn(Supplement asked, Caller caller, CaseSnapshot found) {
        var step = asked.stepKey();
        return step != null && access.hasStep(caller, found, step);
    }

    private static boolean isOf(Matter matter, String type) {
        return matter.materials().stream()
                .anyMatch(
                        one -> one.from().contains(Source.LICENCE) && one.type().equals(type));
    }
}
