package org.onewindow.cases;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.onewindow.canonical.Party;
import org.onewindow.config.ExpressionFailed;
import org.onewindow.config.LicenceContent;
import org.onewindow.config.Matter;

/** The good end: all steps are over, and the case issues what its matter promises. */
final class Approval {

    /** So many faults are told; more of them help nobody. */
    private static final int TOLD = 10;

    private Approval() {}

    static void approve(Draft draft) {
        var issue = draft.now().matter().issues();
        try {
            if (issue != null) {
                var licence = licence(draft, issue);
                var faults = faults(draft, licence);
                if (!faults.isEmpty()) {
                    leaveToOperator(draft, Why.of("licence-invalid", NextActor.OPERATOR, "fields", faults));
                    return;
                }
                draft.command(licence);
            }
        } catch (ExpressionFailed failure) {
            leaveToOperator(draft, Explanations.LICENCE_FAILED);
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

    /** Where it would not be a licence of its type, as issuers' own must be that push or show theirs; empty: it would. */
    private static String faults(Draft draft, Command.IssueLicence licence) {
        var type = draft.rules().licences().get(licence.type());
        return type == null
                ? ""
                : LicenceContent.faults(
                                type,
                                licence.certificate(),
                                licence.holders().stream().map(Party::idType).toList())
                        .stream()
                        .limit(TOLD)
                        .collect(Collectors.joining(", "));
    }

    /** Tried again with every later event and every alarm: a mended configuration is enough. */
    private static void leaveToOperator(Draft draft, Why why) {
        draft.command(new Command.OpenTask(why.code(), null, why));
    }
}
