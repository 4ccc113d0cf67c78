package org.onewindow.portal.licences;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onewindow.canonical.DepartmentReply.SupplementNeeded;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.cases.Demand;
import org.onewindow.cases.Supplement;
import org.onewindow.config.Matter;
import org.onewindow.config.Matter.RequiredMaterial.Source;
import org.onewindow.licences.checklist.OneTimeNotices;
import org.onewindow.portal.cases.Access;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.security.Role;
import org.springframework.stereotype.Component;

/**
 * What staff may look at for a case: what its matter asks for as a licence, and what was demanded of it beyond that, by a supervisor or by
 * the caller's own step; not whatever they like.
 */
@Component
final class AskedFor {

    private final OneTimeNotices notices;
    private final Access access;

    AskedFor(OneTimeNotices notices, Access access) {
        this.notices = notices;
        this.access = access;
    }

    boolean allOf(List<String> types, Caller caller, CaseSnapshot found) {
        var demanded = demanded(caller, found);
        return types.stream().allMatch(type -> isOf(found.matter(), type) || demanded.contains(type));
    }

    /** A window serves all of a case, a department what it does itself. */
    Set<String> demanded(Caller caller, CaseSnapshot found) {
        var later = found.supplements().stream()
                .filter(one -> caller.is(Role.WINDOW) || isOwn(one, caller, found))
                .flatMap(one -> one.items().stream())
                .map(SupplementNeeded.Item::code);
        var bySupervisor = notices.demands(found.number()).stream().map(Demand::type);
        return Stream.concat(later, bySupervisor).collect(Collectors.toSet());
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
