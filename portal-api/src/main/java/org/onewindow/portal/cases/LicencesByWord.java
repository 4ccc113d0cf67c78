package org.onewindow.portal.cases;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.onewindow.canonical.MaterialReference;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.cases.Demand;
import org.onewindow.cases.Supplement;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.licences.Actor;
import org.onewindow.licences.checklist.Checklists;
import org.onewindow.licences.checklist.Question;
import org.onewindow.portal.security.Caller;
import org.springframework.stereotype.Component;

/**
 * Licences that an applicant answers a department's step with, where the hub sends none by itself: by naming the type and nothing else. Their
 * own word it is, of this type alone (个人信息保护法 art. 29): neither a window nor an agent says it for them.
 */
@Component
final class LicencesByWord {

    private final Checklists checklists;
    private final Supplier<ConfigurationTree> tree;
    private final Clock clock;

    LicencesByWord(Checklists checklists, Supplier<ConfigurationTree> tree, Clock clock) {
        this.checklists = checklists;
        this.tree = tree;
        this.clock = clock;
    }

    /** The licence, which the case's departments may be sent from now on; empty: nobody said so, or the store has none that will do. */
    Optional<MaterialReference> of(Caller caller, CaseSnapshot found, Supplement asked, MaterialReference given) {
        if (!isAsked(asked, given.type()) || !isBare(given) || !isApplicant(caller, found)) {
            return Optional.empty();
        }
        if (!asked.isOpen()) {
            // said again, or too late: whoever tells it to the case answers that, and nothing more is opened
            return Optional.of(given);
        }
        var question =
                new Question(found.matter(), found.request(), Actor.HUB, found.number(), tree.get(), clock.instant());
        return checklists.stored(question, List.of(new Demand(given.type(), null))).stream()
                .findFirst();
    }

    private boolean isAsked(Supplement asked, String type) {
        return asked.stepKey() != null
                && tree.get().licences().containsKey(type)
                && asked.items().stream().anyMatch(item -> item.code().equals(type));
    }

    private static boolean isApplicant(Caller caller, CaseSnapshot found) {
        var person = caller.person();
        return person != null && found.request().applicant().isSameAs(person);
    }

    private static boolean isBare(MaterialReference given) {
        return new MaterialReference(given.type(), null, null, null, null, null).equals(given);
    }
}
