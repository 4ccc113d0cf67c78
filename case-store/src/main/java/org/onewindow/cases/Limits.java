package org.onewindow.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The time limit (时限) of a case: a budget of working days and the ledger of the times it stood still.
 *
 * @param statutoryDays what the law allows
 * @param budgetDays what the hall promises; warnings count by it
 * @param startedOn the day of acceptance; the next working day is the first of the budget; null: not accepted yet
 * @param dueOn the last day of the promise as things stand; null before acceptance
 * @param provisional whether a due day reaches into a year without a calendar
 * @param provisionalTold whether that was told
 * @param warned the highest of the warnings told: 0, 50, 80 or 100
 */
public record Limits(
        int statutoryDays,
        int budgetDays,
        @Nullable LocalDate startedOn,
        List<Suspension> suspensions,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate statutoryDueOn,
        boolean provisional,
        boolean provisionalTold,
        int warned) {

    public Limits {
        suspensions = List.copyOf(suspensions);
    }

    /** A time in which the clock stood still; {@code to} is null while it does. */
    public record Suspension(Instant from, @Nullable Instant to) {}

    static Limits of(int statutoryDays, int budgetDays) {
        return new Limits(statutoryDays, budgetDays, null, List.of(), null, null, false, false, 0);
    }

    public boolean isSuspended() {
        return !suspensions.isEmpty() && suspensions.getLast().to() == null;
    }

    Limits startedOn(LocalDate day) {
        return new Limits(
                statutoryDays,
                budgetDays,
                day,
                suspensions,
                dueOn,
                statutoryDueOn,
                provisional,
                provisionalTold,
                warned);
    }

    Limits suspendedFrom(Instant at) {
        if (startedOn == null || isSuspended()) {
            return this;
        }
        var longer = new ArrayList<>(suspensions);
        longer.add(new Suspension(at, null));
        return with(longer);
    }

    Limits resumedAt(Instant at) {
        if (!isSuspended()) {
            return this;
        }
        var ended = new ArrayList<>(suspensions);
        ended.add(new Suspension(ended.removeLast().from(), at));
        return with(ended);
    }

    private Limits with(List<Suspension> ledger) {
        return new Limits(
                statutoryDays,
                budgetDays,
                startedOn,
                ledger,
                dueOn,
                statutoryDueOn,
                provisional,
                provisionalTold,
                warned);
    }

    Limits due(LocalDate promised, LocalDate statutory, boolean onlyProvisional) {
        return new Limits(
                statutoryDays,
                budgetDays,
                startedOn,
                suspensions,
                promised,
                statutory,
                onlyProvisional,
                provisionalTold || onlyProvisional,
                warned);
    }

    Limits warned(int percent) {
        return new Limits(
                statutoryDays,
                budgetDays,
                startedOn,
                suspensions,
                dueOn,
                statutoryDueOn,
                provisional,
                provisionalTold,
                percent);
    }
}
