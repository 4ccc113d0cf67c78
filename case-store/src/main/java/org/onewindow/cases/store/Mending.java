package org.onewindow.cases.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.onewindow.cases.CaseEvent;
import org.onewindow.cases.CaseEvent.Resolution;
import org.onewindow.cases.CaseEvent.Resolved;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.cases.Decision;
import org.onewindow.cases.StepSnapshot;
import org.onewindow.cases.TraceEntry;
import org.onewindow.config.ConfigurationTree;

/**
 * A step that is stuck at a mistake of its configuration would be stuck for ever: where an operator lets it be repeated, the case goes
 * on by what serves now, in which the mistake is mended.
 */
final class Mending {

    private static final String MISTAKE = "mapping-failed";

    private Mending() {}

    /** The case by what serves now, where that is what the event means and the case fits into it. */
    static CaseRow of(CaseRow row, CaseEvent event, ConfigurationTree newest) {
        boolean meant = event instanceof Resolved resolved
                && resolved.resolution() == Resolution.REPEAT
                && row.snapshot()
                        .step(resolved.stepKey())
                        .filter(Mending::isStuckAtMistake)
                        .isPresent();
        return meant && fits(row.snapshot(), newest) ? row.by(newest) : row;
    }

    private static boolean isStuckAtMistake(StepSnapshot step) {
        var why = step.why();
        return why != null && why.code().equals(MISTAKE);
    }

    /** Its matter has the same steps there. */
    private static boolean fits(CaseSnapshot snapshot, ConfigurationTree newest) {
        var matter = newest.matters().get(snapshot.matter().code());
        var steps = new HashSet<String>();
        snapshot.steps().values().forEach(step -> steps.add(step.step()));
        return matter != null && matter.steps().keySet().equals(steps);
    }

    /** The trace says by what the case goes on. */
    static Decision told(Decision decision, String revision) {
        var trace = decision.trace().stream()
                .map(entry -> entry.kind().equals("resolved") ? with(entry, revision) : entry)
                .toList();
        return new Decision(
                decision.next(), trace, decision.commands(), decision.alarm(), decision.accepted(), decision.refusal());
    }

    private static TraceEntry with(TraceEntry entry, String revision) {
        Map<String, String> details = new HashMap<>(entry.details());
        details.put("configuration", revision);
        return new TraceEntry(entry.at(), entry.kind(), entry.stepKey(), details);
    }
}
