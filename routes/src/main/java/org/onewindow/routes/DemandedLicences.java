package org.onewindow.routes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.MaterialReference;
import org.onewindow.canonical.Party;
import org.onewindow.cases.CaseEvent;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.cases.Demand;
import org.onewindow.cases.Purpose;
import org.onewindow.cases.store.Cases;
import org.onewindow.cases.store.StoreAway;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.config.LicenceType;
import org.onewindow.config.Serving;
import org.onewindow.licences.Actor;
import org.onewindow.licences.checklist.Checklists;
import org.onewindow.licences.checklist.Question;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Licences that a department asks for only when it has the case (补正): its applicant brings none that the store has and the matter lists. A
 * department does not widen what it may see by asking: what the matter does not list, and what is sensitive, is asked of the applicant, who may
 * answer with their licence; so is one that the department was sent and asks for all the same.
 */
final class DemandedLicences implements CaseDesk.Stores {

    private static final Logger LOG = LoggerFactory.getLogger(DemandedLicences.class);

    private final Serving serving;
    private final Cases cases;
    private final Checklists checklists;

    DemandedLicences(Serving serving, Cases cases, Checklists checklists) {
        this.serving = serving;
        this.cases = cases;
        this.checklists = checklists;
    }

    @Override
    public List<MaterialReference> found(CaseNumber number, CaseEvent event) {
        var tree = serving.get();
        var wanted = WantedLater.codes(event)
                .filter(tree.licences()::containsKey)
                .distinct()
                .toList();
        try {
            return wanted.isEmpty()
                    ? List.of()
                    : cases.find(number)
                            .map(found -> stored(found, wanted, tree, event))
                            .orElse(List.of());
        } catch (StoreAway away) {
            throw away;
        } catch (RuntimeException fault) {
            // what a department answered cannot be had twice: then its applicant is asked
            LOG.error("it could not be looked for what a department wants of case {}", number, fault);
            return List.of();
        }
    }

    private List<MaterialReference> stored(
            CaseSnapshot found, List<String> wanted, ConfigurationTree tree, CaseEvent event) {
        var whose = whose(found, event).orElse(null);
        if (whose == null) {
            return List.of();
        }
        var demands = wanted.stream()
                .filter(type -> isListed(found, type) && !isSensitive(type, tree) && !bears(found, type))
                .map(type -> new Demand(type, whose))
                .toList();
        return checklists.stored(
                new Question(found.matter(), found.request(), Actor.HUB, found.number(), tree, event.at()), demands);
    }

    /**
     * Whom the step is about, by place in the parties: of a step for each party that party, else the only one there is. Empty where nobody can
     * say, or where the case takes no such reply now: then a person is asked.
     */
    static Optional<Integer> whose(CaseSnapshot found, CaseEvent event) {
        var key = WantedLater.step(event);
        if (key == null || waitsForOne(found, key)) {
            return Optional.empty();
        }
        var parties = found.request().parties();
        return found.step(key)
                .filter(step -> !step.state().isFinal() && step.calls().about() != Purpose.UNDO)
                .flatMap(step -> parties.size() == 1 ? Optional.of(0) : placeOf(step.item(), parties));
    }

    private static boolean waitsForOne(CaseSnapshot found, String key) {
        return found.supplements().stream().anyMatch(one -> one.isOpen() && key.equals(one.stepKey()));
    }

    private static Optional<Integer> placeOf(@Nullable Object item, List<Party> parties) {
        var places = IntStream.range(0, parties.size())
                .filter(place -> item instanceof Map<?, ?> one
                        && parties.get(place).idNumber().equals(one.get("idNumber")))
                .boxed()
                .toList();
        return places.size() == 1 ? Optional.of(places.getFirst()) : Optional.empty();
    }

    /** In whichever way it may come. */
    private static boolean isListed(CaseSnapshot found, String type) {
        return found.matter().materials().stream().anyMatch(one -> one.type().equals(type));
    }

    private static boolean isSensitive(String type, ConfigurationTree tree) {
        var licence = tree.licences().get(type);
        return licence == null || licence.sensitivity() == LicenceType.Sensitivity.SENSITIVE;
    }

    private static boolean bears(CaseSnapshot found, String type) {
        return found.request().materials().stream().anyMatch(one -> one.type().equals(type) && one.licence() != null);
    }
}
