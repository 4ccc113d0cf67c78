package org.onewindow.routes;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.DepartmentReply;
import org.onewindow.canonical.DepartmentRequest;
import org.onewindow.canonical.Party;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.config.Inquiry;
import org.onewindow.config.LicenceType;
import org.onewindow.licences.Actor;
import org.onewindow.licences.checklist.LicenceSource.Pulled;
import org.onewindow.licences.keys.Erased;
import org.onewindow.routes.IssuerLookUps.Told;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One issuer asked about one person, in two look-ups: which licences there are, then what stands on each. What it says of another person
 * than was asked about is refused.
 */
final class IssuerAsked {

    private static final Logger LOG = LoggerFactory.getLogger(IssuerAsked.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration EACH = Duration.ofMillis(1500);
    private static final Duration ALL = Duration.ofMillis(3500);
    private static final String NAME = "pull";
    private static final int AT_MOST = 10;

    private final IssuerLookUps.Parts parts;
    private final ConfigurationTree tree;
    private final LicenceType type;
    private final LicenceType.Pull pull;
    private final String department;
    private final Party whose;
    private final @Nullable CaseNumber caseNumber;
    private final long until = System.nanoTime() + ALL.toNanos();
    /** All it says is of then or later: what it tells by itself meanwhile is never older. */
    private final Instant asked;

    /** For this case; null: whom it is about asks by themself. */
    IssuerAsked(
            IssuerLookUps.Parts parts,
            ConfigurationTree tree,
            LicenceType type,
            Party whose,
            @Nullable CaseNumber caseNumber) {
        this.parts = parts;
        this.tree = tree;
        this.type = type;
        this.pull = Objects.requireNonNull(type.pull(), "only types with a pull are pulled");
        this.department = Objects.requireNonNull(type.issuer().department(), "the tree was checked");
        this.whose = whose;
        this.caseNumber = caseNumber;
        this.asked = parts.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }

    Told all() {
        var person = JSON.convertValue(whose, new TypeReference<Map<String, Object>>() {});
        return switch (ask(pull.locate(), person)) {
            case DepartmentReply.Answered(var facts)
            when facts.get("licences") instanceof List<?> found ->
                found.stream()
                        .limit(AT_MOST)
                        .map(this::one)
                        .reduce(found.size() > AT_MOST ? unusable("too-many") : Told.NONE, Told::or);
            case DepartmentReply.Answered _ -> unusable("unreadable");
            case DepartmentReply.Refused _ -> Told.NONE;
            case DepartmentReply.Pending _,
                    DepartmentReply.SupplementNeeded _,
                    DepartmentReply.Unavailable _,
                    DepartmentReply.Uncertain _ -> Told.AWAY;
        };
    }

    private Told one(Object located) {
        return switch (ask(pull.fetch(), located)) {
            case DepartmentReply.Answered(var facts) ->
                IssuersWord.read(type.holders(), facts.get("licence"))
                        .map(word -> taken(word, located))
                        .orElseGet(() -> unusable("unreadable"));
            // gone since it was located
            case DepartmentReply.Refused _ -> Told.NONE;
            case DepartmentReply.Pending _,
                    DepartmentReply.SupplementNeeded _,
                    DepartmentReply.Unavailable _,
                    DepartmentReply.Uncertain _ -> Told.AWAY;
        };
    }

    private DepartmentReply ask(String operation, Object item) {
        var left = Duration.ofNanos(until - System.nanoTime());
        if (left.isNegative()) {
            return new DepartmentReply.Unavailable("all of it took too long", null);
        }
        var request = new DepartmentRequest(null, whose, List.of(whose), Map.of(), Map.of(), List.of(), item);
        var ask = new Inquiry.Ask(department, operation, null);
        var unmappable = parts.calls().unmappable(tree, ask, request);
        if (unmappable.isPresent()) {
            // that no message can be made is the hub's word, not the department's
            LOG.warn(
                    "{} cannot be asked for a licence: {}",
                    department,
                    unmappable.get().code());
            return new DepartmentReply.Unavailable(unmappable.get().code(), null);
        }
        return parts.calls().askSoon(tree, NAME, ask, request, left.compareTo(EACH) < 0 ? left : EACH);
    }

    private Told taken(IssuersWord word, Object located) {
        if (!(located instanceof Map<?, ?> asked) || !word.number().equals(asked.get("number"))) {
            return unusable("another-number");
        }
        if (!word.isOf(whose)) {
            return unusable("foreign");
        }
        if (!parts.forms().check(type.fieldSchema(), word.data()).isEmpty()) {
            return unusable("invalid");
        }
        return word.isInForce() ? kept(word) : ended(word);
    }

    private Told kept(IssuersWord word) {
        var draft = word.draft(type.id(), asked);
        try {
            return switch (parts.store().pulls().keep(itself(), department, draft, caseNumber)) {
                case ADDED, RENEWED, CONFIRMED -> Told.KEPT;
                case REFUSED -> new Told(Pulled.NONE, "contradicted");
                case OVERTAKEN -> unusable("overtaken");
            };
        } catch (Erased gone) {
            return unusable("erased");
        }
    }

    /** The store may have it as in force still. */
    private Told ended(IssuersWord word) {
        var change = word.change();
        return switch (parts.store().life().change(itself(), type.id(), word.number(), change, null, null, asked)) {
            case OK, ALREADY, UNKNOWN, WRONG_STATE -> new Told(Pulled.NONE, "not-in-force");
            case STALE, CONFLICT, USED_UP -> unusable("overtaken");
        };
    }

    /** It is the issuer's word that is written, whoever had it asked. */
    private Actor itself() {
        return new Actor(department, "department", department, null);
    }

    private Told unusable(String why) {
        LOG.warn("what {} says of licences of type {} cannot be used: {}", department, type.id(), why);
        return new Told(Pulled.AWAY, why);
    }
}
