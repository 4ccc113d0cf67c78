package org.onewindow.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.ServiceRequest;
import org.onewindow.config.Matter;

/**
 * A case at one moment, whole: what {@link CaseMachine} decides on.
 *
 * @param version counts the changes
 * @param seed this case's own random secret; the steps' correlations are made from it
 * @param steps by key, in the order of the matter
 */
public record CaseSnapshot(
        CaseNumber number,
        Matter matter,
        long version,
        ServiceRequest request,
        String seed,
        Map<String, StepSnapshot> steps,
        Progress progress) {

    public CaseSnapshot {
        steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
    }

    /**
     * How far the case is.
     *
     * @param why never null while the case is open
     * @param checkAt when its materials are to be looked at (again); null: they were
     * @param again whether something came while they were looked at, which that look may not have seen
     * @param ending an end other than approval that is being or was carried out
     * @param supplements all that were ever asked for
     * @param confirmations the parties that agreed, by their place in the request
     */
    public record Progress(
            CaseState state,
            @Nullable Why why,
            Instant receivedAt,
            @Nullable Instant checkAt,
            boolean again,
            @Nullable Instant acceptedAt,
            @Nullable Instant finishedAt,
            Limits limits,
            @Nullable Ending ending,
            List<Supplement> supplements,
            Set<Integer> confirmations) {

        public Progress {
            supplements = List.copyOf(supplements);
            confirmations = Set.copyOf(confirmations);
        }

        Progress to(CaseState next, Instant at) {
            var finished = !next.isOpen() && finishedAt == null ? at : finishedAt;
            return new Progress(
                    next,
                    why,
                    receivedAt,
                    checkAt,
                    again,
                    acceptedAt,
                    finished,
                    limits,
                    ending,
                    supplements,
                    confirmations);
        }

        Progress because(@Nullable Why reason) {
            return new Progress(
                    state,
                    reason,
                    receivedAt,
                    checkAt,
                    again,
                    acceptedAt,
                    finishedAt,
                    limits,
                    ending,
                    supplements,
                    confirmations);
        }

        Progress checkAt(@Nullable Instant next) {
            return new Progress(
                    state,
                    why,
                    receivedAt,
                    next,
                    again,
                    acceptedAt,
                    finishedAt,
                    limits,
                    ending,
                    supplements,
                    confirmations);
        }

        /** Whether what came meanwhile wants another look. */
        Progress again(boolean wanted) {
            return new Progress(
                    state,
                    why,
                    receivedAt,
                    checkAt,
                    wanted,
                    acceptedAt,
                    finishedAt,
                    limits,
                    ending,
                    supplements,
                    confirmations);
        }

        Progress accepted(Instant at) {
            return new Progress(
                    CaseState.ACCEPTED,
                    why,
                    receivedAt,
                    null,
                    false,
                    at,
                    finishedAt,
                    limits,
                    ending,
                    supplements,
                    confirmations);
        }

        Progress with(Limits changed) {
            return new Progress(
                    state,
                    why,
                    receivedAt,
                    checkAt,
                    again,
                    acceptedAt,
                    finishedAt,
                    changed,
                    ending,
                    supplements,
                    confirmations);
        }

        Progress withEnding(@Nullable Ending begun) {
            return new Progress(
                    state,
                    why,
                    receivedAt,
                    checkAt,
                    again,
                    acceptedAt,
                    finishedAt,
                    limits,
                    begun,
                    supplements,
                    confirmations);
        }

        /** With this supplement added, or in the place of the one of the same id. */
        Progress with(Supplement changed) {
            var all = new ArrayList<Supplement>(supplements);
            all.removeIf(one -> one.id().equals(changed.id()));
            all.add(changed);
            return new Progress(
                    state, why, receivedAt, checkAt, again, acceptedAt, finishedAt, limits, ending, all, confirmations);
        }

        Progress confirmedBy(Set<Integer> agreed) {
            return new Progress(
                    state,
                    why,
                    receivedAt,
                    checkAt,
                    again,
                    acceptedAt,
                    finishedAt,
                    limits,
                    ending,
                    supplements,
                    agreed);
        }
    }

    public CaseState state() {
        return progress.state;
    }

    public @Nullable Why why() {
        return progress.why;
    }

    public Limits limits() {
        return progress.limits;
    }

    public @Nullable Ending ending() {
        return progress.ending;
    }

    public List<Supplement> supplements() {
        return progress.supplements;
    }

    public Set<Integer> confirmations() {
        return progress.confirmations;
    }

    public Instant receivedAt() {
        return progress.receivedAt;
    }

    public @Nullable Instant acceptedAt() {
        return progress.acceptedAt;
    }

    public @Nullable Instant finishedAt() {
        return progress.finishedAt;
    }

    public Optional<StepSnapshot> step(String key) {
        return Optional.ofNullable(steps.get(key));
    }

    /** What the steps brought, by step; of a {@code for-each} step a list in the order of its items, each with its {@code item}. */
    public Map<String, Object> facts() {
        return Facts.of(steps.values());
    }

    /** As the store keeps it, under this version. */
    public CaseSnapshot inVersion(long stored) {
        return new CaseSnapshot(number, matter, stored, request, seed, steps, progress);
    }

    @Override
    public String toString() {
        return number + " " + progress.state + " v" + version;
    }
}
