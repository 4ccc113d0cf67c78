package org.onewindow.routes;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.onewindow.canonical.LicenceIdentifier;
import org.onewindow.canonical.Localised;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.config.LicenceType;
import org.onewindow.connectors.Connectors;
import org.onewindow.connectors.Inbound;
import org.onewindow.licences.Actor;
import org.onewindow.licences.Holder;
import org.onewindow.licences.LicenceDraft;
import org.onewindow.licences.LicenceOutcome;
import org.onewindow.licences.LicenceStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What departments tell of the licences they issue, unasked. Who tells it proves who they are as for a callback; an older word than the
 * last one, and one that was told before, change nothing and are taken.
 */
public final class IssuerEvents {

    private static final Logger LOG = LoggerFactory.getLogger(IssuerEvents.class);

    private final Supplier<ConfigurationTree> tree;
    private final LicenceStore store;
    private final Connectors connectors;
    private final CaseDesk desk;
    private final InstantSource clock;
    private final FormCheck forms = new FormCheck();

    public IssuerEvents(
            Supplier<ConfigurationTree> tree,
            LicenceStore store,
            Connectors connectors,
            CaseDesk desk,
            InstantSource clock) {
        this.tree = tree;
        this.store = store;
        this.connectors = connectors;
        this.desk = desk;
        this.clock = clock;
    }

    /** What became of an event; whatever is taken is committed. */
    public sealed interface Taken {

        record Done() implements Taken {}

        /** There is no such licence of this issuer, or no such type. */
        record Unknown() implements Taken {}

        /** From its state nothing leads there. */
        record WrongState() implements Taken {}

        record Invalid(List<Violation> violations) implements Taken {}
    }

    /** Whether this is a department that proved to be itself. */
    public boolean isAuthentic(
            String departmentId, String method, String path, Map<String, String> headers, byte[] body) {
        var department = tree.get().departments().get(departmentId);
        if (department == null) {
            return false;
        }
        return switch (connectors.callback(department, method, path, headers, body)) {
            case Inbound.Authentic _ -> true;
            case Inbound.Forged(String reason) -> {
                LOG.warn("event of issuer {} refused: {}", departmentId, reason);
                yield false;
            }
        };
    }

    /** Takes what an authentic department tells. */
    public Taken take(String department, IssuerEvent event) {
        var type = tree.get().licences().get(event.type());
        if (type == null || !department.equals(type.issuer().department())) {
            return new Taken.Unknown();
        }
        var actor = new Actor(department, "department", department, null);
        return event.change()
                .map(change -> taken(store.life()
                        .change(
                                actor,
                                event.type(),
                                event.number(),
                                change,
                                event.reason(),
                                event.effectiveOn(),
                                event.at())))
                .orElseGet(() -> written(actor, type, event));
    }

    private Taken written(Actor actor, LicenceType type, IssuerEvent event) {
        var licence = event.licence();
        if (licence == null) {
            return new Taken.Invalid(
                    List.of(new Violation("/licence", "required", new Localised("此项必填", "This field is required"))));
        }
        var violations = forms.check(type.fieldSchema(), licence.data()).stream()
                .map(one ->
                        new Violation(one.pointer().replaceFirst("^/form", "/licence/data"), one.code(), one.detail()))
                .toList();
        if (!violations.isEmpty()) {
            return new Taken.Invalid(violations);
        }
        Optional.ofNullable(licence.identifier())
                .filter(identifier -> LicenceIdentifier.check(identifier) == LicenceIdentifier.Check.BAD)
                .ifPresent(_ -> LOG.warn(
                        "issuer {} sent an identifier of type {} with a wrong check character; it is kept and flagged",
                        actor.department(),
                        event.type()));
        var draft = licence.draft(event);
        if (event.kind() == IssuerEvent.Kind.RENEWED) {
            var outcome = store.life().renew(actor, draft);
            if (outcome == LicenceOutcome.OK) {
                tell(draft);
            }
            return taken(outcome);
        }
        if (store.licences().add(actor, draft)) {
            tell(draft);
        }
        return new Taken.Done();
    }

    /** The cases of its holders that lack it; a renewal may be the first that one of them holds. */
    private void tell(LicenceDraft draft) {
        desk.arrived(draft.type(), draft.holders().stream().map(Holder::party).toList(), clock.instant());
    }

    private static Taken taken(LicenceOutcome outcome) {
        return switch (outcome) {
            case OK, ALREADY, STALE -> new Taken.Done();
            case UNKNOWN -> new Taken.Unknown();
            case WRONG_STATE, USED_UP, CONFLICT -> new Taken.WrongState();
        };
    }
}
