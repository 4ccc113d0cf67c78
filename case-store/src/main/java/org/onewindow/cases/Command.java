package org.onewindow.cases;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.Party;

/** What a decision wants done besides being stored. */
public sealed interface Command {

    /** A step is to be called now: a hint for the department's queue; if it is lost, it is given again. */
    record Dispatch(String stepKey, String department) implements Command {}

    /** The materials are to be looked at; a {@link CaseEvent.Checked} must follow. */
    record Check() implements Command {}

    /**
     * An operator must act; the store keeps one open task of a kind and step.
     *
     * @param stepKey null: the whole case
     */
    record OpenTask(String kind, @Nullable String stepKey, Why why) implements Command {}

    /** The tasks of a step (null: of the whole case and all its steps) are settled. */
    record CloseTasks(@Nullable String stepKey) implements Command {}

    /**
     * The case issues a licence, in the transaction of the decision.
     *
     * @param certificate the certificate in the facts
     * @param supersedes the number of the licence it replaces; null: none
     */
    record IssueLicence(String type, Map<String, Object> certificate, List<Party> holders, @Nullable String supersedes)
            implements Command {
        public IssueLicence {
            holders = List.copyOf(holders);
        }
    }

    /** More may be asked than the notice did: written down in the transaction of the decision, by whom and why. */
    record OverrideNotice(List<Demand> demands, String by, String reason) implements Command {
        public OverrideNotice {
            demands = List.copyOf(demands);
        }
    }

    /** The parties are to be told, such as {@code supplement-needed} or {@code approved}. */
    record Notice(String kind, Map<String, String> details) implements Command {
        public Notice {
            details = Map.copyOf(details);
        }
    }
}
