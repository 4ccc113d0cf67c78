package org.onewindow.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Checks one step of a matter. */
final class StepCheck {

    private static final List<String> ALWAYS =
            List.of("name", "after", "when", "refuse-when", "hold-when", "limit", "shows");

    private final YamlValue matter;
    private final OperationNames names;
    private final Diagnostics diagnostics;
    private final ExpressionCheck expressions;
    private final BoundsCheck bounds;

    StepCheck(YamlValue matter, OperationNames names, Diagnostics diagnostics) {
        this.matter = matter;
        this.names = names;
        this.diagnostics = diagnostics;
        this.expressions = new ExpressionCheck(diagnostics);
        this.bounds = new BoundsCheck(diagnostics);
    }

    /** The keys a kind of step must and may have. */
    private record Kind(List<String> required, List<String> optional) {

        static final Kind CALL =
                new Kind(List.of("department", "operation"), List.of("for-each", "supplement", "undo"));
        static final Kind CONFIRMATION = new Kind(List.of("waits-for", "of", "within"), List.of());
        static final Kind PAYMENT =
                new Kind(List.of("waits-for", "department", "operation", "amount", "until"), List.of("undo"));

        static Kind of(YamlValue step) {
            return switch (String.valueOf(step.get("waits-for").text())) {
                case "confirmation" -> CONFIRMATION;
                case "payment" -> PAYMENT;
                default -> CALL;
            };
        }
    }

    void check(String id, YamlValue step, ExpressionCheck.Scope before) {
        if (step.entries().isEmpty()) {
            return;
        }
        checkKeys(id, step);
        var operation = names.find(step.get("department"), step.get("operation"));
        if (Kind.of(step).equals(Kind.PAYMENT)) {
            names.mustAct(step.get("operation"), operation);
        }
        checkOperation(step, step.get("supplement"));
        checkUndo(step);
        MatterCheck.checkRole(step.get("of"), matter.get("parties"), diagnostics);
        for (var key : List.of("when", "for-each", "amount", "until")) {
            expressions.check(step.get(key), before);
        }
        checkRules(step, withOwnFacts(id, before));
        bounds.duration(step, "within", BoundsCheck.PEOPLE);
        bounds.days(step, "limit", statutoryDays());
    }

    private void checkKeys(String id, YamlValue step) {
        var kind = Kind.of(step);
        var key = matter.get("steps").placeOf(id);
        for (var required : kind.required()) {
            boolean toldBySchema = required.equals("department") && step.has("operation");
            if (!step.has(required) && !toldBySchema) {
                diagnostics.report(key, Fault.MISSING_KEY, required, id);
            }
        }
        var allowed = new ArrayList<>(ALWAYS);
        allowed.addAll(kind.required());
        allowed.addAll(kind.optional());
        for (var name : List.of(
                "department", "operation", "of", "within", "amount", "until", "for-each", "supplement", "undo")) {
            if (step.has(name) && !allowed.contains(name) && isNotToldBySchema(step, name)) {
                diagnostics.report(step.placeOf(name), Fault.UNKNOWN_KEY, name, "", String.join(", ", allowed));
            }
        }
    }

    /** The schema itself asks for {@code waits-for} beside these. */
    private static boolean isNotToldBySchema(YamlValue step, String name) {
        return step.has("waits-for")
                || !List.of("of", "within", "amount", "until").contains(name);
    }

    /** An operation of the step's own department that must do something. */
    private void checkOperation(YamlValue step, YamlValue operation) {
        var department = step.get("department").text();
        if (department != null) {
            names.mustAct(operation, names.find(department, operation));
        }
    }

    private void checkUndo(YamlValue step) {
        var undo = step.get("undo");
        if ("by-person".equals(undo.text())) {
            return;
        }
        if (undo.isText()) {
            checkOperation(step, undo);
        } else if (!undo.isMissing()) {
            var operation = undo.get("operation");
            names.mustAct(operation, names.find(undo.get("department"), operation));
        }
    }

    private void checkRules(YamlValue step, ExpressionCheck.Scope scope) {
        for (var rule : step.get("refuse-when").elements()) {
            expressions.check(rule.get("when"), scope);
            checkReason(rule.get("reason"));
        }
        for (var hold : step.get("hold-when").elements()) {
            expressions.check(hold.get("when"), scope);
            expressions.check(hold.get("subject"), scope);
            checkReason(hold.get("reason"));
            bounds.duration(hold, "every", BoundsCheck.ASKING);
            checkEvent(step, hold);
        }
    }

    private void checkEvent(YamlValue step, YamlValue hold) {
        var event = hold.get("event");
        var department = step.get("department").text();
        if (!event.isText()) {
            return;
        }
        if (!hold.has("subject")) {
            diagnostics.report(event.place(), Fault.EVENT_WITHOUT_SUBJECT, event.mustBeText());
        }
        if (department != null && !names.tellsEvents(department)) {
            diagnostics.report(event.place(), Fault.NO_EVENTS, department);
        }
    }

    private void checkReason(YamlValue reason) {
        var reasons = matter.get("reasons");
        if (reason.isText() && !reasons.has(reason.mustBeText())) {
            diagnostics.report(
                    reason.place(),
                    Fault.UNKNOWN_REASON,
                    reason.mustBeText(),
                    Spelling.hint(reason.mustBeText(), reasons.names()));
        }
    }

    private static ExpressionCheck.Scope withOwnFacts(String id, ExpressionCheck.Scope before) {
        var ready = new HashSet<>(before.ready());
        ready.add(id);
        return new ExpressionCheck.Scope(Optional.of(id), before.steps(), ready, before.fields());
    }

    private int statutoryDays() {
        var statutory = matter.get("limit").get("statutory").text();
        return Optional.ofNullable(statutory).flatMap(Durations::parseDays).orElse(BoundsCheck.WORKING_DAYS);
    }
}
