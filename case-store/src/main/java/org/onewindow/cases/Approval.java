package org.onewindow.cases;

import java.util.LinkedHashMap;
import java.util.Map;
import org.onewindow.config.ExpressionFailed;
import org.onewindow.config.Matter;

/** The good end: all steps are over, and the case issues what its matter promises. */
final class Approval {

    private Approval() {}

    static void approve(Draft draft) {
        var issue = draft.now().matter().issues();
        try {
            if (issue != null) {
                draft.command(licence(draft, issue));
            }
        } catch (ExpressionFailed failure) {
            leaveToOperator(draft);
            return;
        }
        draft.put(draft.progress().to(CaseState.APPROVED, draft.at()).because(null));
        draft.tell("approved");
        draft.command(new Command.CloseTasks(null));
        draft.command(new Command.Notice("approved", Map.of()));
    }

    private static Command.IssueLicence licence(Draft draft, Matter.Issue issue) {
        var input = Inputs.of(draft.now(), null);
        if (!(issue.from().evaluate(input) instanceof Map<?, ?> found)) {
            throw new ExpressionFailed("the case has no certificate to issue from");
        }
        var certificate = new LinkedHashMap<String, Object>();
        found.forEach((name, value) -> certificate.put(String.valueOf(name), value));
        var superseded = issue.supersedes() == null ? null : issue.supersedes().evaluate(input);
        return new Command.IssueLicence(
                issue.licence(),
                certificate,
                draft.now().request().inRole(issue.holders()),
                superseded == null ? null : superseded.toString());
    }

    /** Tried again with every later event and every alarm: a mended configuration is enough. */
    private static void leaveToOperator(Draft draft) {
        var why = Explanations.LICENCE_FAILED;
        draft.command(new Command.OpenTask(why.code(), null, why));
    }
}
