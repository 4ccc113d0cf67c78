package org.onewindow.cases;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.DepartmentReply.SupplementNeeded;
import org.onewindow.canonical.MaterialReference;
import org.onewindow.canonical.ServiceRequest;
import org.onewindow.cases.CaseEvent.MaterialArrived;
import org.onewindow.cases.CaseEvent.SupplementHandedIn;

/** Corrections (补正): asked for at once and as a whole, handed in, passed on. */
final class Supplements {

    private Supplements() {}

    /** A department wants something added or corrected before it decides. */
    static void ask(Draft draft, StepSnapshot step, SupplementNeeded needed) {
        var told = step.withFacts(needed.facts());
        if (told.isBeingUndone()) {
            var why = Why.of("undo-refused", NextActor.OPERATOR, "code", "supplement-needed");
            draft.leaveToOperator(told, StepState.STUCK, why);
            return;
        }
        var main = told.with(told.calls().about(Purpose.ACT));
        draft.move(main, StepState.SUPPLEMENT, Why.of("supplement-needed", NextActor.APPLICANT), null);
        if (isNew(draft, step)) {
            questionWhatComesLate(draft, step, needed.items());
            askFor(draft, step.key(), needed.items());
        }
    }

    /** What the stores have of it its applicant is not asked for; where that is all, the department gets it at once. */
    private static void askFor(Draft draft, String key, List<SupplementNeeded.Item> items) {
        var found = draft.isEnding() ? List.<MaterialReference>of() : draft.found();
        if (found.isEmpty()) {
            open(draft, key, items, null);
            return;
        }
        draft.put(with(draft.now().request(), found));
        var types = found.stream().map(MaterialReference::type).collect(toSet());
        var there = items.stream().filter(item -> types.contains(item.code())).toList();
        var looked = new Supplement(id(draft), key, there, draft.at(), draft.at(), found);
        draft.put(draft.progress().with(looked));
        draft.tell(
                "supplement-found",
                Map.of(
                        "supplement",
                        looked.id(),
                        "types",
                        types.stream().sorted().collect(joining(" "))));
        var lacking =
                items.stream().filter(item -> !types.contains(item.code())).toList();
        if (lacking.isEmpty()) {
            draft.now().step(key).ifPresent(step -> passOn(draft, step));
        } else {
            open(draft, key, lacking, null);
        }
    }

    private static String id(Draft draft) {
        return "s" + (draft.now().supplements().size() + 1);
    }

    /**
     * A department that asks again for what it did not ask at once (行政许可法 art. 32) is not kept from its applicant, for it waits for
     * that; but a person is told, who takes it up with the department: a task of the case's, which does not end with the step.
     */
    private static void questionWhatComesLate(Draft draft, StepSnapshot step, List<SupplementNeeded.Item> items) {
        var asked = draft.now().supplements().stream()
                .filter(before -> step.key().equals(before.stepKey()))
                .flatMap(before -> before.items().stream())
                .map(SupplementNeeded.Item::code)
                .collect(toSet());
        var late = items.stream()
                .map(SupplementNeeded.Item::code)
                .filter(code -> !asked.contains(code))
                .collect(joining(" "));
        if (!asked.isEmpty() && !late.isEmpty()) {
            var department = draft.about(step).department().id();
            var why = new Why("asked-late", NextActor.OPERATOR, Map.of("department", department, "items", late));
            draft.command(new Command.OpenTask(why.code(), null, why));
        }
    }

    private static boolean isNew(Draft draft, StepSnapshot step) {
        return draft.now().supplements().stream()
                .noneMatch(supplement -> supplement.isOpen() && step.key().equals(supplement.stepKey()));
    }

    /** One notice of all that is wanted; {@code list} is the hash of the checklist that it tells of. */
    static void open(Draft draft, @Nullable String stepKey, List<SupplementNeeded.Item> items, @Nullable String list) {
        var id = id(draft);
        var supplement = new Supplement(id, stepKey, items, draft.at(), null, List.of());
        draft.put(draft.progress().with(supplement));
        draft.tell(
                "supplement-asked", list == null ? Map.of("supplement", id) : Map.of("supplement", id, "list", list));
        if (!draft.isEnding()) {
            notice(draft, supplement);
        }
    }

    private static void notice(Draft draft, Supplement supplement) {
        draft.command(new Command.Notice("supplement-needed", Map.of("supplement", supplement.id())));
    }

    /** A case that was to be withdrawn goes on: what departments asked for meanwhile is told now. */
    static void noticeOpen(Draft draft) {
        draft.now().supplements().stream().filter(Supplement::isOpen).forEach(open -> notice(draft, open));
    }

    /** What the case lacks can be looked up now: that is told, and never handed in for anybody (系统感知). */
    static void arrived(Draft draft, MaterialArrived event) {
        var nextLook = draft.progress().checkAt();
        if (nextLook != null && !draft.isEnding()) {
            Intake.arrived(draft, nextLook);
            return;
        }
        var waiting = draft.now().supplements().stream()
                .filter(one -> one.isOpen() && one.stepKey() == null && one.asksFor(event.type()))
                .findFirst();
        if (waiting.isEmpty() || draft.isEnding()) {
            draft.refuse("not-awaited");
        } else {
            var details = Map.of("supplement", waiting.get().id(), "type", event.type());
            draft.tell("material-arrived", details);
            draft.command(new Command.Notice("material-arrived", details));
        }
    }

    static void handedIn(Draft draft, SupplementHandedIn event) {
        var asked = draft.now().supplements().stream()
                .filter(one -> one.id().equals(event.supplement()))
                .findFirst();
        if (asked.isEmpty()) {
            draft.refuse("unknown");
        } else if (!asked.get().isOpen() || draft.isEnding()) {
            draft.refuse("closed");
        } else {
            take(draft, asked.get().handedIn(event.materials(), draft.at()), event.by());
        }
    }

    private static void take(Draft draft, Supplement supplement, String by) {
        draft.put(draft.progress().with(supplement));
        draft.put(with(draft.now().request(), supplement.materials()));
        draft.tell("supplement-handed-in", Map.of("supplement", supplement.id(), "by", by));
        var key = supplement.stepKey();
        if (key == null) {
            Intake.check(draft);
        } else {
            draft.now()
                    .step(key)
                    .filter(step -> step.state() == StepState.SUPPLEMENT)
                    .ifPresent(step -> passOn(draft, step));
        }
    }

    /** By the operation that takes corrections; where there is none, the same is asked anew with the new materials. */
    private static void passOn(Draft draft, StepSnapshot step) {
        var purpose = draft.spec(step).supplement() == null ? Purpose.ACT : Purpose.SUPPLEMENT;
        var calls = step.calls();
        boolean first = purpose == Purpose.SUPPLEMENT && !calls.acts().containsKey(purpose);
        var act = first ? Act.FIRST : calls.act(purpose).anew();
        Calling.ready(draft, step.with(calls.with(purpose, act).about(purpose)), purpose);
    }

    /** The request with these materials; a newer one of the same type and party takes the place of the older. */
    static ServiceRequest with(ServiceRequest request, List<MaterialReference> more) {
        var all = new ArrayList<>(request.materials());
        all.removeIf(old -> more.stream().anyMatch(newer -> isFor(newer, old)));
        all.addAll(more);
        return new ServiceRequest(
                request.matter(), request.channel(), request.applicant(), request.parties(), request.form(), all);
    }

    private static boolean isFor(MaterialReference newer, MaterialReference old) {
        return old.type().equals(newer.type()) && Objects.equals(old.of(), newer.of());
    }

    /** What the notice asked for goes on in the next one. */
    static void closeNotice(Draft draft) {
        draft.now().supplements().stream()
                .filter(one -> one.isOpen() && one.stepKey() == null)
                .forEach(one -> draft.put(draft.progress().with(one.handedIn(List.of(), draft.at()))));
    }

    /** What a step no longer waits for, because an outcome or the case's end came first, is not open any more. */
    static void closeLeft(Draft draft) {
        for (var supplement : draft.now().supplements()) {
            var key = supplement.stepKey();
            boolean waiting = key == null
                    ? draft.now().state().isOpen()
                    : draft.now()
                            .step(key)
                            .filter(step -> step.state() == StepState.SUPPLEMENT)
                            .isPresent();
            if (supplement.isOpen() && !waiting) {
                draft.put(draft.progress().with(supplement.handedIn(List.of(), draft.at())));
            }
        }
    }
}
