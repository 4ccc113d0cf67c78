package org.onewindow.portal.messages;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.IdType;
import org.onewindow.cases.IdentityHash;
import org.onewindow.cases.store.MessageSearch;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.wire.Moments;

/**
 * What to look for among messages, as it is asked for; null: whatever it is.
 *
 * @param number of a case
 * @param reference the department's own number, or an effect key
 * @param outcome one of the replies' names, or {@code failed} for those that brought nothing
 * @param from a day or a time, inclusive
 * @param until exclusive
 * @param person in a body only: no identity number stands in an address
 */
record Wanted(
        @Nullable String number,
        @Nullable String reference,
        @Nullable String department,
        @Nullable String operation,
        @Nullable String outcome,
        @Nullable String from,
        @Nullable String until,
        @Nullable Person person) {

    private static final Set<String> OUTCOMES =
            Set.of("answered", "pending", "supplement-needed", "refused", "unavailable", "uncertain");

    /** Somebody by their document. */
    record Person(IdType idType, String idNumber) {}

    MessageSearch search(IdentityHash hash) {
        return new MessageSearch(
                number,
                reference,
                person == null ? null : hash.of(person.idType(), person.idNumber()),
                department,
                operation,
                outcomes(),
                moment(from),
                moment(until));
    }

    /** As {@link #search}; where no outcome is named, what failed. */
    MessageSearch failed(IdentityHash hash) {
        var named = outcome == null ? "failed" : outcome;
        return new Wanted(number, reference, department, operation, named, from, until, person).search(hash);
    }

    private List<String> outcomes() {
        if (outcome == null) {
            return List.of();
        }
        if (outcome.equals("failed")) {
            return MessageSearch.FAILED;
        }
        if (!OUTCOMES.contains(outcome)) {
            throw new Refusal(ProblemCode.PARAMETER_INVALID);
        }
        return List.of(outcome);
    }

    private static @Nullable Instant moment(@Nullable String text) {
        return text == null ? null : Moments.instant(text);
    }
}
