package org.onewindow.cases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.ExpressionFailed;
import org.onewindow.config.Matter;

/** Which steps may start: those whose predecessors are over. */
final class Readiness {

    private Readiness() {}

    /** Starts what may start, until nothing more may; then an accepted case whose steps are all over is approved. */
    static void advance(Draft draft) {
        boolean moved = true;
        while (moved && isRunning(draft)) {
            moved = false;
            for (var step : List.copyOf(draft.now().steps().values())) {
                if (step.state() == StepState.PLANNED && isRunning(draft) && isDue(draft, step)) {
                    start(draft, step);
                    moved = true;
                }
            }
        }
        if (isRunning(draft)
                && draft.now().steps().values().stream()
                        .allMatch(step -> step.state().isOver())) {
            Approval.approve(draft);
        }
    }

    private static boolean isRunning(Draft draft) {
        return draft.now().acceptedAt() != null
                && !draft.isEnding()
                && draft.now().state().isOpen();
    }

    private static boolean isDue(Draft draft, StepSnapshot planned) {
        var after = draft.spec(planned).after();
        return draft.now().steps().values().stream()
                .filter(step -> after.contains(step.step()))
                .allMatch(step -> step.state().isOver());
    }

    private static void start(Draft draft, StepSnapshot step) {
        var spec = draft.spec(step);
        try {
            if (step.index() != null) {
                begin(draft, step, spec);
                return;
            }
            var input = Inputs.of(draft.now(), null);
            if (spec.when() != null && !spec.when().holds(input)) {
                draft.move(step, StepState.SKIPPED, Why.of("not-needed", NextActor.NOBODY), null);
            } else if (spec.forEach() != null) {
                expand(draft, step, elements(spec.forEach().evaluate(input)));
            } else {
                begin(draft, step, spec);
            }
        } catch (ExpressionFailed failure) {
            Settling.failed(draft, step, "condition");
        }
    }

    /** JSONata gives a list of one as the element itself, and an empty one as nothing. */
    private static List<Object> elements(@Nullable Object result) {
        return switch (result) {
            case null -> List.of();
            case Collection<?> many -> new ArrayList<>(many);
            default -> List.of(result);
        };
    }

    private static void expand(Draft draft, StepSnapshot planned, List<Object> elements) {
        if (elements.isEmpty()) {
            draft.move(planned, StepState.SKIPPED, Why.of("not-needed", NextActor.NOBODY), null);
            return;
        }
        var steps = new ArrayList<StepSnapshot>();
        for (var element : elements) {
            int position = steps.size();
            var correlation = Correlations.of(draft.now().seed(), planned.step() + "." + position);
            steps.add(planned.element(position, element, correlation));
        }
        draft.replace(planned, steps);
    }

    private static void begin(Draft draft, StepSnapshot step, Matter.Step spec) {
        var started = step.started(draft.at(), TimeLimits.giveUpAt(draft, spec));
        switch (spec.work()) {
            case Matter.Work.Call _ -> Calling.ready(draft, started, Purpose.ACT);
            case Matter.Work.Confirmation confirmation -> Agreements.start(draft, started, confirmation);
            case Matter.Work.Payment payment -> pay(draft, started, payment);
        }
    }

    private static void pay(Draft draft, StepSnapshot step, Matter.Work.Payment payment) {
        var input = Inputs.of(draft.now(), null);
        long amount = Settling.amount(payment.amount().evaluate(input));
        if (amount < 0) {
            Settling.failed(draft, step, "amount");
            return;
        }
        var bill = new LinkedHashMap<String, Object>(Map.of("amountFen", amount));
        var until = payment.until().evaluate(input);
        if (until != null) {
            bill.put("payBefore", until.toString());
        }
        Calling.ready(draft, step.withItem(bill), Purpose.ACT);
    }
}
