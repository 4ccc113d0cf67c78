package org.onewindow.cases;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.onewindow.canonical.Party;
import org.onewindow.cases.CaseEvent.Confirmed;
import org.onewindow.config.Matter;

/** Steps that wait until all parties of a role have agreed; who applies agrees by applying. */
final class Agreements {

    private Agreements() {}

    static void start(Draft draft, StepSnapshot step, Matter.Work.Confirmation work) {
        if (isComplete(draft, work)) {
            Settling.done(draft, step);
        } else {
            var why = Why.of("waits-for-confirmation", NextActor.APPLICANT, "of", work.of());
            draft.move(step, StepState.WAITING, why, draft.at().plus(work.within()));
        }
    }

    static void confirmed(Draft draft, Confirmed event) {
        var parties = draft.now().request().parties();
        if (event.party() < 0 || event.party() >= parties.size()) {
            draft.refuse("not-asked");
            return;
        }
        var places = placesOf(draft, parties.get(event.party()));
        var asked = waitingFor(draft, places);
        if (asked.isEmpty()) {
            draft.refuse(draft.now().confirmations().containsAll(places) ? "already" : "not-asked");
        } else if (event.agree()) {
            agreed(draft, places, event.by());
        } else {
            draft.tell("disagreed", Map.of("by", event.by()));
            draft.move(asked.get(), StepState.REFUSED, Why.of("agreement-refused", NextActor.NOBODY), null);
            Endings.refuse(draft, asked.get(), "agreement-refused", null);
        }
    }

    private static void agreed(Draft draft, Set<Integer> places, String by) {
        var all = new HashSet<>(draft.now().confirmations());
        all.addAll(places);
        draft.put(draft.progress().confirmedBy(all));
        draft.tell("confirmed", Map.of("by", by));
        for (var step : draft.now().steps().values()) {
            if (isWaiting(step)
                    && work(draft, step).filter(work -> isComplete(draft, work)).isPresent()) {
                Settling.done(draft, step);
            }
        }
    }

    static void expired(Draft draft, StepSnapshot step) {
        draft.move(step, StepState.EXPIRED, Why.of("agreement-expired", NextActor.NOBODY), null);
        Endings.refuse(draft, step, "agreement-expired", null);
    }

    static Optional<Matter.Work.Confirmation> work(Draft draft, StepSnapshot step) {
        return draft.spec(step).work() instanceof Matter.Work.Confirmation work ? Optional.of(work) : Optional.empty();
    }

    private static boolean isWaiting(StepSnapshot step) {
        return step.state() == StepState.WAITING;
    }

    /** The step that waits for the party in one of these places, and has not heard from it. */
    private static Optional<StepSnapshot> waitingFor(Draft draft, Set<Integer> places) {
        var parties = draft.now().request().parties();
        return draft.now().steps().values().stream()
                .filter(Agreements::isWaiting)
                .filter(step -> work(draft, step)
                        .filter(work -> places.stream()
                                .filter(place -> !draft.now().confirmations().contains(place))
                                .anyMatch(place ->
                                        work.of().equals(parties.get(place).role())))
                        .isPresent())
                .findFirst();
    }

    /** Everywhere this person stands in the request. */
    private static Set<Integer> placesOf(Draft draft, Party person) {
        var parties = draft.now().request().parties();
        var places = new HashSet<Integer>();
        IntStream.range(0, parties.size())
                .filter(place -> parties.get(place).isSameAs(person))
                .forEach(places::add);
        return places;
    }

    private static boolean isComplete(Draft draft, Matter.Work.Confirmation work) {
        var request = draft.now().request();
        return IntStream.range(0, request.parties().size())
                .filter(place -> work.of().equals(request.parties().get(place).role()))
                .allMatch(place -> draft.now().confirmations().contains(place)
                        || request.parties().get(place).isSameAs(request.applicant()));
    }
}
