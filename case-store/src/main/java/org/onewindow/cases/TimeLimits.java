package org.onewindow.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.Matter;
import org.onewindow.config.WorkingDays;

/** Time limits (时限) in working days, by the end of the day in Beijing; the days in which the clock stood still do not count. */
final class TimeLimits {

    private static final Duration TRY_AT_MOST = Duration.ofDays(30);
    private static final List<Integer> WARNINGS = List.of(50, 80, 100);

    private TimeLimits() {}

    /** Finds the due days anew from budget and ledger; that one is provisional is told once. */
    static void reckon(Draft draft) {
        var limits = draft.now().limits();
        var start = limits.startedOn();
        if (start == null) {
            return;
        }
        var days = draft.rules().workingDays();
        int paused = pausedDays(days, limits, draft.at());
        var promised = days.plus(start, limits.budgetDays() + paused);
        var statutory = days.plus(start, limits.statutoryDays() + paused);
        boolean provisional = promised.provisional() || statutory.provisional();
        if (provisional && !limits.provisionalTold()) {
            var uncertain = promised.provisional() ? promised : statutory;
            draft.tell("limit-provisional", Map.of("dueOn", uncertain.day().toString()));
        }
        draft.put(draft.progress().with(limits.due(promised.day(), statutory.day(), provisional)));
    }

    /** Stops the clock while the applicant has the ball, and starts it again. */
    static void suspendOrResume(Draft draft, boolean suspended) {
        var limits = draft.now().limits();
        if (suspended && !limits.isSuspended() && limits.startedOn() != null) {
            draft.put(draft.progress().with(limits.suspendedFrom(draft.at())));
            draft.tell("clock-stopped");
        } else if (!suspended && limits.isSuspended()) {
            draft.put(draft.progress().with(limits.resumedAt(draft.at())));
            draft.tell("clock-goes-on");
            reckon(draft);
        }
    }

    /** Tells each warning once: 50, 80 and 100 % of the promise; the last is also an operator's. */
    static void warn(Draft draft) {
        for (int percent : WARNINGS) {
            var limits = draft.now().limits();
            var due = warningAt(draft.rules().workingDays(), limits, percent);
            if (limits.warned() < percent
                    && due.filter(at -> !at.isAfter(draft.at())).isPresent()) {
                draft.put(draft.progress().with(limits.warned(percent)));
                draft.tell("limit-" + percent);
                draft.command(new Command.Notice("limit-" + percent, Map.of()));
                if (percent == 100) {
                    var why = Why.of("overdue", NextActor.OPERATOR);
                    draft.command(new Command.OpenTask(why.code(), null, why));
                }
            }
        }
    }

    /** The next warning; empty when all were told or the clock stands still. */
    static Optional<Instant> nextWarning(Rules rules, Limits limits) {
        return WARNINGS.stream()
                .filter(percent -> limits.warned() < percent)
                .findFirst()
                .flatMap(percent -> warningAt(rules.workingDays(), limits, percent));
    }

    private static Optional<Instant> warningAt(WorkingDays days, Limits limits, int percent) {
        var start = limits.startedOn();
        if (start == null || limits.isSuspended()) {
            return Optional.empty();
        }
        int used = limits.budgetDays() * percent / 100 + pausedDays(days, limits, Instant.MAX);
        return Optional.of(Rules.endOf(days.plus(start, used).day()));
    }

    /**
     * Working days that the ledger takes out.
     *
     * @param now the end of a suspension that has none yet
     */
    static int pausedDays(WorkingDays days, Limits limits, Instant now) {
        return limits.suspensions().stream()
                .mapToInt(one -> days.between(Rules.dayOf(one.from()), Rules.dayOf(one.to() == null ? now : one.to())))
                .sum();
    }

    /** Tells once that a step is over its own limit; it goes on. */
    static void stepOverdue(Draft draft, StepSnapshot step) {
        var why = Why.of("step-overdue", NextActor.OPERATOR);
        draft.put(step.toldOverdue());
        draft.tell("step-limit-100", step, Map.of());
        draft.command(new Command.OpenTask(why.code(), step.key(), why));
    }

    /** When a step with a limit of its own is over it; null: it has none, or it was told, or it is not the department's turn. */
    static @Nullable Instant overdueAt(CaseSnapshot snapshot, StepSnapshot step) {
        boolean counts =
                switch (step.state()) {
                    case READY, CALLING, RETRYING, WAITING, UNCERTAIN, STUCK -> !step.isBeingUndone();
                    case PLANNED, SUPPLEMENT, DONE, REFUSED, SKIPPED, CANCELLED, EXPIRED, UNDOING, UNDONE -> false;
                };
        boolean limited = snapshot.matter().step(step.step()).limitDays() != null;
        return counts && limited && !step.overdue() ? step.giveUpAt() : null;
    }

    /** How long the hub tries by itself: the step's limit in working days, else thirty days. */
    static Instant giveUpAt(Draft draft, Matter.Step spec) {
        var days = spec.limitDays();
        return days == null
                ? giveUpAt(draft.at())
                : Rules.endOf(draft.rules()
                        .workingDays()
                        .plus(Rules.dayOf(draft.at()), days)
                        .day());
    }

    static Instant giveUpAt(Instant from) {
        return from.plus(TRY_AT_MOST);
    }
}
