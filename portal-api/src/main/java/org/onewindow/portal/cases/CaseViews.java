package org.onewindow.portal.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.cases.CaseState;
import org.onewindow.cases.StepSnapshot;
import org.onewindow.cases.Supplement;
import org.onewindow.config.Matter;
import org.onewindow.licences.LicenceStore;
import org.onewindow.portal.cases.CaseView.Link;
import org.onewindow.portal.security.Caller;
import org.springframework.stereotype.Component;

/** Shows a case to somebody: what they may see of it, in their language. */
@Component
final class CaseViews {

    private final Access access;
    private final Labels labels;
    private final CaseTimes times;
    private final LicenceStore store;

    CaseViews(Access access, Labels labels, CaseTimes times, LicenceStore store) {
        this.access = access;
        this.labels = labels;
        this.times = times;
        this.store = store;
    }

    CaseView of(CaseSnapshot found, Caller caller, Locale language) {
        var self = "/v1/cases/" + found.number();
        return new CaseView(
                found.number().text(),
                found.matter().code(),
                found.matter().name().in(language),
                labels.stage(found.state(), language),
                labels.of(found, language),
                found.receivedAt(),
                times.limit(found),
                found.steps().values().stream()
                        .map(step -> step(found, step, caller, language))
                        .toList(),
                found.supplements().stream().map(one -> supplement(self, one)).toList(),
                outcome(found, language),
                issuedTo(caller, found),
                links(self, found));
    }

    CaseLine line(CaseSnapshot found, Locale language) {
        return new CaseLine(
                found.number().text(),
                found.matter().code(),
                found.matter().name().in(language),
                labels.stage(found.state(), language),
                labels.of(found, language),
                found.receivedAt(),
                Map.of("self", new Link("/v1/cases/" + found.number())));
    }

    private CaseView.Step step(CaseSnapshot found, StepSnapshot step, Caller caller, Locale language) {
        var spec = found.matter().step(step.step());
        var call = spec.work() instanceof Matter.Work.Call of ? of : null;
        return new CaseView.Step(
                step.key(),
                step.step(),
                spec.name().in(language),
                call == null ? null : call.department(),
                call == null ? null : call.operation(),
                labels.of(step, found.matter(), language),
                step.attempts(),
                step.startedAt(),
                step.finishedAt(),
                access.shows(caller, found, step) ? step.facts() : null);
    }

    private static CaseView.Supplement supplement(String self, Supplement one) {
        Map<String, Link> links =
                one.isOpen() ? Map.of("handIn", new Link(self + "/supplements/" + one.id())) : Map.of();
        return new CaseView.Supplement(one.id(), one.stepKey(), one.items(), one.openedAt(), one.handedInAt(), links);
    }

    private CaseView.@Nullable Outcome outcome(CaseSnapshot found, Locale language) {
        if (found.state().isOpen()) {
            return null;
        }
        var state = labels.of(found, language);
        var ending = found.ending();
        if (ending == null) {
            return new CaseView.Outcome(state.code(), state.label(), null, null, found.finishedAt());
        }
        var text = labels.reason(ending.reason(), found.matter(), language).orElse(ending.text());
        return new CaseView.Outcome(state.code(), state.label(), ending.reason(), text, found.finishedAt());
    }

    private List<CaseView.Licence> issuedTo(Caller caller, CaseSnapshot found) {
        if (caller.person() == null
                || found.matter().issues() == null
                || (found.state() != CaseState.APPROVED && found.state() != CaseState.CLOSED)) {
            return List.of();
        }
        return store.own().issuedBy(access.actorOf(caller), found.number()).stream()
                .map(one -> new CaseView.Licence(one.id(), one.type(), one.number(), one.issuedOn()))
                .toList();
    }

    private static Map<String, Link> links(String self, CaseSnapshot found) {
        var links = new LinkedHashMap<String, Link>();
        links.put("self", new Link(self));
        links.put("timeline", new Link(self + "/timeline"));
        links.put("materials", new Link(self + "/materials"));
        if (found.state().isOpen()) {
            links.put("events", new Link(self + "/events"));
            links.put("withdrawal", new Link(self + "/withdrawal"));
            links.put("payments", new Link(self + "/payments"));
        }
        return links;
    }
}
