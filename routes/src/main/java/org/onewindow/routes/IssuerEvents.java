package org.onewindow.routes;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.onewindow.canonical.LicenceIdentifier;
import org.onewindow.canonical.Localised;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.connectors.Connectors;
import org.onewindow.connectors.Inbound;
import org.onewindow.licences.Actor;
import org.onewindow.licences.LicenceOutcome;
import org.onewindow.licences.LicenceStore;
import org.onewindow.licences.keys.Erased;
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
    private final InstantSource clock;
    private final IssuerEventCheck check = new IssuerEventCheck();

    public IssuerEvents(
            Supplier<ConfigurationTree> tree, LicenceStore store, Connectors connectors, InstantSource clock) {
        this.tree = tree;
        this.store = store;
        this.connectors = connectors;
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
        var violations = check.check(type, event, clock.instant());
        if (!violations.isEmpty()) {
            return new Taken.Invalid(violations);
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
                .orElseGet(() ->
                        written(actor, department, event, Objects.requireNonNull(event.licence(), "it was checked")));
    }

    private Taken written(Actor actor, String department, IssuerEvent event, IssuerEvent.Content licence) {
        Optional.ofNullable(licence.identifier())
                .filter(identifier -> LicenceIdentifier.check(identifier) == LicenceIdentifier.Check.BAD)
                .ifPresent(_ -> LOG.warn(
                        "issuer {} sent an identifier of type {} with a wrong check character; it is kept and flagged",
                        department,
                        event.type()));
        var draft = licence.draft(event);
        try {
            return taken(
                    event.kind() == IssuerEvent.Kind.RENEWED
                            ? store.pushes().renewed(actor, department, draft)
                            : store.pushes().issued(actor, department, draft));
        } catch (Erased gone) {
            return new Taken.Invalid(List.of(erased("/licence/holders")));
        }
    }

    /** Where nobody is left of whom something may be kept. */
    static Violation erased(String at) {
        return new Violation(
                at,
                "not-kept",
                new Localised("持证主体的资料均已在本系统删除,不再保存其证照", "The hub keeps nothing of any of these people any more"));
    }

    private static Taken taken(LicenceOutcome outcome) {
        return switch (outcome) {
            case OK, ALREADY, STALE -> new Taken.Done();
            case UNKNOWN -> new Taken.Unknown();
            case WRONG_STATE, USED_UP, CONFLICT -> new Taken.WrongState();
        };
    }
}
