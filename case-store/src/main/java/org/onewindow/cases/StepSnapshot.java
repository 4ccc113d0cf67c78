package org.onewindow.cases;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One step of a case at one moment.
 *
 * @param key within the case: the step's id, or for one element of a {@code for-each} step {@code homes.0}
 * @param step the step's id in the matter
 * @param item the element of a {@code for-each} step, or what the hub adds for a payment; JSON values
 * @param correlation 32 hex digits that a department's later answer bears; it finds the step and authorises nothing
 * @param hold what a held step waits for
 * @param facts what the department told; JSON values
 * @param giveUpAt when the hub stops trying by itself; null: it has not begun
 * @param overdue whether its own time limit has passed and was told
 */
public record StepSnapshot(
        String key,
        String step,
        @Nullable Integer index,
        @Nullable Object item,
        String correlation,
        Status status,
        Calls calls,
        @Nullable Hold hold,
        Map<String, Object> facts,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant giveUpAt,
        boolean overdue) {

    public StepSnapshot {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /**
     * Where the step stands.
     *
     * @param why never null while the state is not final
     * @param since when it came into this state
     * @param nextAt when it moves by itself; null: something else moves it
     */
    public record Status(StepState state, @Nullable Why why, Instant since, @Nullable Instant nextAt) {}

    /**
     * The step's calls.
     *
     * @param purpose the call that it needs now or is in
     * @param about the act at hand: ACT, SUPPLEMENT or UNDO
     * @param attempts calls made so far; the number of the last one
     * @param tries calls in a row that brought nothing, for the back-off
     * @param sequence the highest of the outcomes that came; 0: none did
     * @param acts what was asked of the department so far
     */
    public record Calls(
            Purpose purpose,
            Purpose about,
            int attempts,
            int tries,
            @Nullable Lease lease,
            long sequence,
            Map<Purpose, Act> acts) {

        public Calls {
            acts = Map.copyOf(acts);
        }

        static final Calls NONE = new Calls(Purpose.ACT, Purpose.ACT, 0, 0, null, 0, Map.of());

        Act act(Purpose of) {
            return acts.getOrDefault(of, Act.FIRST);
        }

        Calls forPurpose(Purpose next) {
            return new Calls(next, about, attempts, tries, lease, sequence, acts);
        }

        /** Turns to another act: what it needs now is a call for that. */
        Calls about(Purpose next) {
            return new Calls(next, next, attempts, 0, null, sequence, acts);
        }

        Calls with(Purpose of, Act act) {
            var changed = new LinkedHashMap<>(acts);
            changed.put(of, act);
            return new Calls(purpose, about, attempts, tries, lease, sequence, changed);
        }

        Calls leased(int attempt, Lease taken) {
            return new Calls(purpose, about, attempt, tries, taken, sequence, acts);
        }

        /** A call has ended; {@code vain}: it brought nothing. */
        Calls ended(int attempt, boolean vain) {
            return new Calls(purpose, about, Math.max(attempts, attempt), vain ? tries + 1 : 0, null, sequence, acts);
        }

        Calls after(long newest) {
            return new Calls(purpose, about, attempts, tries, lease, Math.max(sequence, newest), acts);
        }
    }

    static StepSnapshot planned(String key, String step, String correlation, Status status) {
        return new StepSnapshot(
                key, step, null, null, correlation, status, Calls.NONE, null, Map.of(), null, null, null, false);
    }

    @JsonIgnore
    public StepState state() {
        return status.state;
    }

    @JsonIgnore
    public @Nullable Why why() {
        return status.why;
    }

    @JsonIgnore
    public Instant since() {
        return status.since;
    }

    @JsonIgnore
    public @Nullable Instant nextAt() {
        return status.nextAt;
    }

    @JsonIgnore
    public Purpose purpose() {
        return calls.purpose;
    }

    @JsonIgnore
    public int attempts() {
        return calls.attempts;
    }

    @JsonIgnore
    public @Nullable Lease lease() {
        return calls.lease;
    }

    /** The act at hand. */
    @JsonIgnore
    public Act act() {
        return calls.act(calls.about);
    }

    boolean isBeingUndone() {
        return calls.about == Purpose.UNDO;
    }

    /** The correlation of the calls that take the step back, so that no late answer to the act is taken for one to its undoing. */
    @JsonIgnore
    public String undoCorrelation() {
        return Correlations.of(correlation, "undo");
    }

    /** In another state, or in the same with another explanation; {@code since} tells when the state began. */
    StepSnapshot to(StepState state, @Nullable Why why, Instant at, @Nullable Instant nextAt) {
        var since = state == status.state ? status.since : at;
        return new StepSnapshot(
                key,
                step,
                index,
                item,
                correlation,
                new Status(state, why, since, nextAt),
                calls,
                hold,
                facts,
                startedAt,
                finishedBy(state, at),
                giveUpAt,
                overdue);
    }

    private @Nullable Instant finishedBy(StepState state, Instant at) {
        return switch (state) {
            case PLANNED -> null;
            case DONE -> finishedAt == null ? at : finishedAt;
            case REFUSED, SKIPPED, CANCELLED, EXPIRED, UNDONE -> at;
            case READY, CALLING, WAITING, RETRYING, SUPPLEMENT, UNCERTAIN, STUCK, UNDOING -> finishedAt;
        };
    }

    StepSnapshot with(Calls changed) {
        return new StepSnapshot(
                key,
                step,
                index,
                item,
                correlation,
                status,
                changed,
                hold,
                facts,
                startedAt,
                finishedAt,
                giveUpAt,
                overdue);
    }

    StepSnapshot withAct(Act act) {
        return with(calls.with(calls.about, act));
    }

    StepSnapshot withHold(@Nullable Hold changed) {
        return new StepSnapshot(
                key,
                step,
                index,
                item,
                correlation,
                status,
                calls,
                changed,
                facts,
                startedAt,
                finishedAt,
                giveUpAt,
                overdue);
    }

    StepSnapshot withItem(@Nullable Object changed) {
        return new StepSnapshot(
                key,
                step,
                index,
                changed,
                correlation,
                status,
                calls,
                hold,
                facts,
                startedAt,
                finishedAt,
                giveUpAt,
                overdue);
    }

    /** With these facts besides those it has; newer ones win. */
    StepSnapshot withFacts(Map<String, Object> more) {
        if (more.isEmpty()) {
            return this;
        }
        var all = new LinkedHashMap<>(facts);
        all.putAll(more);
        return new StepSnapshot(
                key,
                step,
                index,
                item,
                correlation,
                status,
                calls,
                hold,
                all,
                startedAt,
                finishedAt,
                giveUpAt,
                overdue);
    }

    StepSnapshot started(Instant at, @Nullable Instant tryUntil) {
        return new StepSnapshot(
                key,
                step,
                index,
                item,
                correlation,
                status,
                calls,
                hold,
                facts,
                startedAt == null ? at : startedAt,
                finishedAt,
                tryUntil,
                overdue);
    }

    StepSnapshot toldOverdue() {
        return new StepSnapshot(
                key, step, index, item, correlation, status, calls, hold, facts, startedAt, finishedAt, giveUpAt, true);
    }

    /** One element of this {@code for-each} step. */
    StepSnapshot element(int position, Object element, String itsCorrelation) {
        return new StepSnapshot(
                step + "." + position,
                step,
                position,
                element,
                itsCorrelation,
                status,
                calls,
                hold,
                facts,
                startedAt,
                finishedAt,
                giveUpAt,
                overdue);
    }

    /** Key and state only: facts are personal. */
    @Override
    public String toString() {
        return key + " " + status.state + " (" + calls.purpose + " " + calls.attempts + ")";
    }
}
