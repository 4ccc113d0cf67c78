package org.onewindow.cases;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.onewindow.canonical.MaterialReference;
import org.onewindow.canonical.ServiceRequest;
import org.onewindow.cases.CaseEvent.NoticeOverridden;

/** A second notice of the same round: everything was told at once (一次性告知), and a supervisor wants more all the same. */
final class Overrides {

    private Overrides() {}

    /** The case is looked at again with what is wanted now, and the next notice tells of the old and the new. */
    static void take(Draft draft, NoticeOverridden event) {
        if (draft.now().acceptedAt() != null) {
            draft.refuse("complete");
        } else if (draft.progress().checkAt() != null || draft.isEnding()) {
            draft.refuse("not-told");
        } else {
            Supplements.closeNotice(draft);
            draft.put(without(draft.now().request(), event.demands()));
            var keys = event.demands().stream().map(Demand::key).collect(Collectors.joining(" "));
            draft.tell("notice-overridden", Map.of("by", event.by(), "reason", event.reason(), "demands", keys));
            draft.command(new Command.OverrideNotice(event.demands(), event.by(), event.reason()));
            Intake.check(draft);
        }
    }

    /** What was handed in before for the same is what they are not content with: it is wanted anew. */
    private static ServiceRequest without(ServiceRequest request, List<Demand> demands) {
        var kept = request.materials().stream()
                .filter(given -> demands.stream().noneMatch(demand -> isFor(given, demand, request)))
                .toList();
        return new ServiceRequest(
                request.matter(), request.channel(), request.applicant(), request.parties(), request.form(), kept);
    }

    private static boolean isFor(MaterialReference given, Demand demand, ServiceRequest request) {
        var party = demand.party();
        if (!given.type().equals(demand.type()) || party == null) {
            return given.type().equals(demand.type());
        }
        var whose = request.parties().get(party);
        return given.of() == null
                ? whose.isSameAs(request.applicant())
                : given.of().equals(whose.idNumber());
    }
}
