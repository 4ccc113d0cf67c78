package org.onewindow.portal.cases;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.Party;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.cases.IdentityHash;
import org.onewindow.cases.StepSnapshot;
import org.onewindow.cases.store.Cases;
import org.onewindow.config.Matter;
import org.onewindow.licences.Actor;
import org.onewindow.licences.LicenceStore;
import org.onewindow.licences.keys.HolderId;
import org.onewindow.portal.problem.FieldError;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.security.Role;
import org.springframework.stereotype.Component;

/**
 * Who may do and see what: the one place where that is decided.
 *
 * <p>Somebody else's case is as unknown as one that never was. The window accepts and hands out but does not decide; a department
 * decides on its own acts but neither accepts nor hands out; a supervisor of the windows does none of it.
 */
@Component
public final class Access {

    private final Cases cases;
    private final IdentityHash hash;
    private final LicenceStore store;

    Access(Cases cases, IdentityHash hash, LicenceStore store) {
        this.cases = cases;
        this.hash = hash;
        this.store = store;
    }

    /** Who asks, for the licence store. */
    public Actor actorOf(Caller caller) {
        var person = caller.person();
        return new Actor(
                caller.subject(), caller.client(), caller.department(), person == null ? null : store.idOf(person));
    }

    /** Whose uploads and submissions these are: the person's, by a keyed hash, or the staff login's. */
    public String subjectOf(Caller caller) {
        var person = caller.person();
        return person == null ? caller.subject() : hash.of(person);
    }

    /** Somebody, as the stores know them. */
    HolderId holderOf(Party person) {
        return store.idOf(person);
    }

    /** Under whose key what they hand in is sealed: the person's; staff and systems have one of their login's. */
    public HolderId keeperOf(Caller caller) {
        var person = caller.person();
        return person == null ? HolderId.ofSubject(hash, caller.subject()) : store.idOf(person);
    }

    /** The person who calls; staff and systems are nobody in law. */
    public Party personOf(Caller caller) {
        var person = caller.person();
        if (person == null) {
            throw new Refusal(ProblemCode.PERSON_NEEDED);
        }
        return person;
    }

    public void require(Caller caller, Role... oneOf) {
        for (var role : oneOf) {
            if (caller.is(role)) {
                return;
            }
        }
        throw new Refusal(ProblemCode.NOT_ALLOWED);
    }

    /**
     * For oneself, or at a window for the person in front of it; for anybody else by their mandate for the matter.
     *
     * @return by what right, where it is not for oneself: {@code window}, or the mandate's id
     */
    public @Nullable String mayApplyFor(Caller caller, Party applicant, String matter) {
        require(caller, Role.CASES, Role.WINDOW);
        if (caller.is(Role.WINDOW)) {
            return "window";
        }
        personOf(caller);
        return isOwn(caller, applicant)
                ? null
                : store.mandates()
                        .of(actorOf(caller), store.idOf(asNumbered(applicant)), matter)
                        .orElseThrow(() ->
                                new Refusal(ProblemCode.MANDATE_NEEDED, FieldError.of("/applicant", "mandate-needed")));
    }

    /** Whether the caller applies for themself; under another name than theirs nobody does. */
    public boolean isOwn(Caller caller, Party applicant) {
        var person = caller.person();
        if (person == null || !person.isSameAs(asNumbered(applicant))) {
            return false;
        }
        if (!person.name().equals(applicant.name().strip())) {
            throw new Refusal(ProblemCode.REQUEST_INVALID, FieldError.of("/applicant/name", "name-differs"));
        }
        return true;
    }

    /** With the number as the stores know it, however it was typed. */
    public Party asNumbered(Party typed) {
        return new Party(
                typed.role(),
                typed.kind(),
                typed.name(),
                typed.idType(),
                Normalizer.normalize(typed.idNumber(), Normalizer.Form.NFKC)
                        .strip()
                        .toUpperCase(Locale.ROOT),
                typed.share(),
                typed.phone(),
                typed.address());
    }

    /** The case, for those who may see it. */
    public CaseSnapshot read(Caller caller, String number) {
        return CaseNumber.parse(number)
                .flatMap(cases::find)
                .filter(found -> mayRead(caller, found))
                .orElseThrow(() -> new Refusal(ProblemCode.CASE_UNKNOWN));
    }

    private boolean mayRead(Caller caller, CaseSnapshot found) {
        return takesPart(caller, found)
                || caller.is(Role.WINDOW)
                || caller.is(Role.SUPERVISOR)
                || caller.is(Role.OPERATOR)
                || hasStepIn(caller, found)
                || actsForApplicant(caller, found);
    }

    /** Whether the caller's department has something to do in it. */
    public boolean hasStepIn(Caller caller, CaseSnapshot found) {
        return found.matter().steps().values().stream().anyMatch(step -> isOwnOfDepartment(caller, step));
    }

    /** Whether the caller works on it: at a window, each of which serves every case (通办), or for a department with a step in it. */
    public boolean worksOn(Caller caller, CaseSnapshot found) {
        return caller.is(Role.WINDOW) || hasStepIn(caller, found);
    }

    /** By a mandate that still holds: asked at each look, since it may be revoked. */
    boolean actsForApplicant(Caller caller, CaseSnapshot found) {
        return caller.person() != null
                && store.mandates()
                        .of(
                                actorOf(caller),
                                store.idOf(found.request().applicant()),
                                found.matter().code())
                        .isPresent();
    }

    private static boolean takesPart(Caller caller, CaseSnapshot found) {
        var person = caller.person();
        return person != null
                && (found.request().applicant().isSameAs(person)
                        || found.request().parties().stream().anyMatch(party -> party.isSameAs(person)));
    }

    /** The case, for its applicant, or the window that helps them. */
    CaseSnapshot asApplicant(Caller caller, String number) {
        var found = read(caller, number);
        var person = caller.person();
        if (!caller.is(Role.WINDOW)
                && (person == null || !found.request().applicant().isSameAs(person))
                && !actsForApplicant(caller, found)) {
            throw new Refusal(ProblemCode.NOT_ALLOWED);
        }
        return found;
    }

    /** Whether the step's facts are the caller's to see. */
    boolean shows(Caller caller, CaseSnapshot found, StepSnapshot step) {
        var spec = found.matter().step(step.step());
        var person = caller.person();
        if (person == null) {
            return isOwnOfDepartment(caller, spec);
        }
        return switch (spec.shows()) {
            case NOBODY -> false;
            case ALL -> takesPart(caller, found);
            case OWN -> isAbout(step.item(), person.idNumber());
            case SELLERS -> isInRole(found, person, "seller");
            case BUYERS -> isInRole(found, person, "buyer");
        };
    }

    private static boolean isInRole(CaseSnapshot found, Party person, String role) {
        return found.request().inRole(role).stream().anyMatch(party -> party.isSameAs(person));
    }

    /** An item is a party, or has a list {@code of} the document numbers of the parties that it is about. */
    private static boolean isAbout(@Nullable Object item, String idNumber) {
        return item instanceof Map<?, ?> map
                && (idNumber.equals(map.get("idNumber"))
                        || (map.get("of") instanceof Collection<?> numbers && numbers.contains(idNumber)));
    }

    static boolean isOwnOfDepartment(Caller caller, Matter.Step step) {
        return caller.is(Role.DEPARTMENT)
                && step.work() instanceof Matter.Work.Call call
                && call.department().equals(caller.department());
    }

    /** Whether this step is for the caller's department to do. */
    public boolean hasStep(Caller caller, CaseSnapshot found, String stepKey) {
        return found.step(stepKey)
                .filter(step -> isOwnOfDepartment(caller, found.matter().step(step.step())))
                .isPresent();
    }

    /** Whether the caller may say how this step of theirs ended. */
    public void mayResolve(Caller caller, CaseSnapshot found, String stepKey) {
        if (!hasStep(caller, found, stepKey)) {
            require(caller, Role.OPERATOR);
        }
    }
}
