package org.onewindow.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.DepartmentReply;
import org.onewindow.canonical.DepartmentReply.SupplementNeeded;
import org.onewindow.canonical.MaterialReference;

/**
 * Something that happened to a case.
 *
 * <p>{@code by} is a staff login, {@code hub}, or a party's {@link IdentityHash}; never an identity number or a name.
 */
public sealed interface CaseEvent {

    /** When, by the hub's clock; the machine knows no other. */
    Instant at();

    /** It came in. */
    record Received(Instant at, String by) implements CaseEvent {}

    /**
     * Its materials were looked at.
     *
     * @param missing empty: nothing is wanted of the applicant
     * @param found what the stores already have
     * @param sources where each material came from, by {@code type} or {@code type.party}, such as {@code licence}
     * @param awaits what keeps it from being complete though nothing is wanted: {@code source-down} or {@code awaited}; null: nothing
     * @param list SHA-256 of the checklist as it was kept (一次性告知书); null: none was
     */
    record Checked(
            Instant at,
            List<SupplementNeeded.Item> missing,
            List<MaterialReference> found,
            Map<String, String> sources,
            @Nullable String awaits,
            @Nullable String list)
            implements CaseEvent {
        public Checked {
            missing = List.copyOf(missing);
            found = List.copyOf(found);
            sources = Map.copyOf(sources);
        }

        public Checked(Instant at, List<SupplementNeeded.Item> missing, List<MaterialReference> found) {
            this(at, missing, found, Map.of(), null, null);
        }
    }

    /**
     * A supervisor wants more than the notice asked for, and has it told in a second one.
     *
     * @param reason for the applicant, too
     */
    record NoticeOverridden(Instant at, List<Demand> demands, String by, String reason) implements CaseEvent {
        public NoticeOverridden {
            demands = List.copyOf(demands);
        }
    }

    /** Something that the case may lack came to exist; whether it is to be used, its applicant must say. */
    record MaterialArrived(Instant at, String type) implements CaseEvent {}

    /** The applicant handed in what was wanted. */
    record SupplementHandedIn(Instant at, String supplement, List<MaterialReference> materials, String by)
            implements CaseEvent {
        public SupplementHandedIn {
            materials = List.copyOf(materials);
        }
    }

    /**
     * A party agreed or did not.
     *
     * @param party its place in the request's parties, from 0; the same person in another place counts too
     */
    record Confirmed(Instant at, int party, boolean agree, String by) implements CaseEvent {}

    /** A node takes a ready act, with its message in the same transaction. */
    record Leased(Instant at, String stepKey, int attempt, String node, Instant until) implements CaseEvent {}

    /** The nodes that were calling these steps are gone, and no answer of theirs is to be waited for. */
    record NodesLost(Instant at, Set<String> stepKeys) implements CaseEvent {
        public NodesLost {
            stepKeys = Set.copyOf(stepKeys);
        }
    }

    /** A call ended in this reply. */
    record Replied(Instant at, String stepKey, int attempt, Purpose purpose, DepartmentReply reply, String node)
            implements CaseEvent {}

    /**
     * A department told the outcome of an act later, by itself.
     *
     * @param about what the correlation stands for: ACT or UNDO
     * @param replyId one seen before changes nothing
     * @param sequence the department's own order; null: it has none
     */
    record OutcomeArrived(
            Instant at,
            String stepKey,
            Purpose about,
            DepartmentReply reply,
            String department,
            String replyId,
            @Nullable Long sequence,
            Source source)
            implements CaseEvent {
        /** How it came. */
        public enum Source {
            CALLBACK,
            QUEUE,
            FILE
        }
    }

    /**
     * A message could not be made of the case.
     *
     * @param code such as {@code outside-character-set}
     * @param fault whether the mapping is wrong, which an operator must mend; else what the case says cannot be carried
     */
    record Unmappable(Instant at, String stepKey, String code, String reason, boolean fault) implements CaseEvent {}

    /** The case's alarm is due. */
    record AlarmRang(Instant at) implements CaseEvent {}

    /** A department told that something was released, such as a pledge. */
    record Released(Instant at, String department, String event, String subject) implements CaseEvent {}

    /** The applicant no longer wants it. */
    record WithdrawalAsked(Instant at, String by) implements CaseEvent {}

    /**
     * An operator found out how a step stands.
     *
     * @param facts what the department would have told
     */
    record Resolved(
            Instant at, String stepKey, Resolution resolution, Map<String, Object> facts, String by, String reason)
            implements CaseEvent {
        public Resolved {
            facts = Map.copyOf(facts);
        }
    }

    /** What an operator decides on a step that is UNCERTAIN or STUCK. */
    enum Resolution {
        /** The department did it. */
        HAPPENED,
        /** The department did not, and may be asked again with the same message. */
        DID_NOT_HAPPEN,
        /** The department did not, and is to be asked anew: a new message with a new effect key. */
        REPEAT
    }

    /**
     * A step that failed is to be tried again now, with the same message and key: an operator asks, or retries were switched on again for
     * older failures too.
     */
    record RetryAsked(Instant at, String stepKey, String by, String reason) implements CaseEvent {}

    /**
     * An operator has seen to a task that is no question to a step, such as {@code overdue} or {@code effect-after-end}.
     *
     * @param stepKey null: the whole case's
     */
    record TaskSettled(Instant at, @Nullable String stepKey, String kind, String by, String reason)
            implements CaseEvent {}

    /** A year's list of working days came. */
    record LimitListChanged(Instant at) implements CaseEvent {}

    /** What the case brought was collected or delivered. */
    record Collected(Instant at, String by) implements CaseEvent {}
}
