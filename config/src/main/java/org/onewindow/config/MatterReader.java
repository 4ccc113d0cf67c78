package org.onewindow.config;

import java.time.Period;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns a matter that the checks have found good into its typed form. */
final class MatterReader {

    private MatterReader() {}

    static Matter read(YamlValue file, String revision, String formSchema, TreeFiles files) {
        return new Matter(
                file.get("code").mustBeText(),
                revision,
                Contents.localised(file.get("name")),
                new Matter.Limit(
                        Contents.days(file.get("limit").get("statutory")),
                        Contents.days(file.get("limit").get("promised"))),
                Contents.optionalExpression(file.get("one-open-case-per")),
                formSchema,
                Contents.map(file.get("parties"), MatterReader::count),
                Contents.list(file.get("shares-add-up"), YamlValue::mustBeText),
                Contents.list(file.get("materials"), material -> RequiredMaterialReader.read(material, files)),
                steps(file.get("steps")),
                issue(file.get("issues")),
                Contents.map(file.get("reasons"), Contents::localised),
                Contents.map(file.get("prefill"), Contents::expression),
                archivedFor(file.get("archived-for").text()));
    }

    private static @Nullable Period archivedFor(@Nullable String term) {
        return term == null || term.equals("permanent") ? null : Period.parse("P" + term.toUpperCase(Locale.ROOT));
    }

    /** {@code 1..10}, or {@code 1} for exactly one. */
    static Matter.Count count(YamlValue value) {
        var text = Contents.scalar(value);
        int dots = text.indexOf("..");
        return dots < 0
                ? new Matter.Count(Integer.parseInt(text), Integer.parseInt(text))
                : new Matter.Count(
                        Integer.parseInt(text.substring(0, dots)), Integer.parseInt(text.substring(dots + 2)));
    }

    private static Map<String, Matter.Step> steps(YamlValue steps) {
        var result = new LinkedHashMap<String, Matter.Step>();
        steps.entries().forEach((id, step) -> result.put(id, step(id, step)));
        return Collections.unmodifiableMap(result);
    }

    private static Matter.Step step(String id, YamlValue step) {
        var limit = step.get("limit");
        var shows = step.get("shows").text();
        return new Matter.Step(
                id,
                Contents.localised(step.get("name")),
                work(step),
                Contents.list(step.get("after"), YamlValue::mustBeText),
                Contents.optionalExpression(step.get("when")),
                Contents.optionalExpression(step.get("for-each")),
                Contents.list(step.get("refuse-when"), MatterReader::rule),
                Contents.list(step.get("hold-when"), MatterReader::hold),
                step.get("supplement").text(),
                undo(step),
                limit.isMissing() ? null : Contents.days(limit),
                shows == null ? Matter.Shows.NOBODY : Matter.Shows.valueOf(shows.toUpperCase(Locale.ROOT)));
    }

    private static Matter.Work work(YamlValue step) {
        return switch (step.get("waits-for").text()) {
            case "confirmation" ->
                new Matter.Work.Confirmation(step.get("of").mustBeText(), Contents.duration(step.get("within")));
            case "payment" ->
                new Matter.Work.Payment(
                        step.get("department").mustBeText(),
                        step.get("operation").mustBeText(),
                        Contents.expression(step.get("amount")),
                        Contents.expression(step.get("until")));
            case null, default ->
                new Matter.Work.Call(
                        step.get("department").mustBeText(),
                        step.get("operation").mustBeText());
        };
    }

    private static Matter.Rule rule(YamlValue rule) {
        return new Matter.Rule(
                Contents.expression(rule.get("when")), rule.get("reason").mustBeText());
    }

    private static Matter.Hold hold(YamlValue hold) {
        return new Matter.Hold(
                Contents.expression(hold.get("when")),
                hold.get("reason").mustBeText(),
                hold.get("event").text(),
                Contents.optionalExpression(hold.get("subject")),
                Contents.duration(hold.get("every")));
    }

    private static Matter.@Nullable Undo undo(YamlValue step) {
        var undo = step.get("undo");
        if (undo.isMissing()) {
            return null;
        }
        if ("by-person".equals(undo.text())) {
            return new Matter.Undo.ByPerson();
        }
        return undo.isText()
                ? new Matter.Undo.Call(step.get("department").mustBeText(), undo.mustBeText())
                : new Matter.Undo.Call(
                        undo.get("department").mustBeText(),
                        undo.get("operation").mustBeText());
    }

    private static Matter.@Nullable Issue issue(YamlValue issue) {
        return issue.isMissing()
                ? null
                : new Matter.Issue(
                        issue.get("licence").mustBeText(),
                        Contents.expression(issue.get("from")),
                        Objects.requireNonNull(issue.get("holders").text()),
                        Contents.optionalExpression(issue.get("supersedes")));
    }
}
