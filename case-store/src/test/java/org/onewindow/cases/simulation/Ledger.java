package org.onewindow.cases.simulation;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.EffectKey;
import org.onewindow.cases.PlannedCall;
import org.onewindow.cases.Purpose;

/** What a department did, by the effect key: the truth that the hub's own must match in the end. */
final class Ledger {

    /** How an act stands at the department. */
    enum Standing {
        /** Taken in, not decided. */
        TAKEN,
        /** Wants something more of the applicant. */
        INCOMPLETE,
        DONE,
        REFUSED,
        TAKEN_BACK
    }

    /** One act as the department knows it. */
    static final class Entry {

        private final PlannedCall call;
        private final Instant first;
        private int times = 1;
        private Standing standing;

        private Entry(PlannedCall call, Instant first, Standing standing) {
            this.call = call;
            this.first = first;
            this.standing = standing;
        }

        PlannedCall call() {
            return call;
        }

        Instant first() {
            return first;
        }

        int times() {
            return times;
        }

        Standing standing() {
            return standing;
        }

        void now(Standing next) {
            standing = next;
        }

        boolean isDecided() {
            return standing != Standing.TAKEN && standing != Standing.INCOMPLETE;
        }

        /** Whether something is left at the department that somebody should know of. */
        boolean stands() {
            return standing != Standing.REFUSED && standing != Standing.TAKEN_BACK;
        }
    }

    private final Map<EffectKey, Entry> entries = new LinkedHashMap<>();

    Entry enter(PlannedCall call, Instant at, Standing standing) {
        var known = entries.get(call.key());
        if (known != null) {
            known.times++;
            return known;
        }
        var entry = new Entry(call, at, standing);
        entries.put(call.key(), entry);
        return entry;
    }

    @Nullable
    Entry of(EffectKey key) {
        return entries.get(key);
    }

    /** The newest act of a step that is still in the department's hands or done. */
    @Nullable
    Entry standing(String step, Purpose about) {
        return entries.values().stream()
                .filter(entry -> entry.call.stepKey().equals(step) && entry.call.about() == about && entry.stands())
                .reduce((one, other) -> one.call.revision() > other.call.revision() ? one : other)
                .orElse(null);
    }

    Entry known(EffectKey key) {
        return Objects.requireNonNull(entries.get(key));
    }

    Collection<Entry> entries() {
        return entries.values();
    }
}
