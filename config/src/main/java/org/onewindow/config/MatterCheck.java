package org.onewindow.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks one matter: its form, its roles, its steps and what they ask of departments. */
final class MatterCheck {

    private final Path folder;
    private final OperationNames names;
    private final RegisteredTypes types;
    private final Diagnostics diagnostics;

    MatterCheck(Path folder, OperationNames names, RegisteredTypes types, Diagnostics diagnostics) {
        this.folder = folder;
        this.names = names;
        this.types = types;
        this.diagnostics = diagnostics;
    }

    void check(String fileName, YamlValue matter) {
        var code = matter.get("code");
        if (code.isText() && !code.mustBeText().equals(fileName)) {
            diagnostics.report(code.place(), Fault.ID_DIFFERS, code.mustBeText(), fileName, "file");
        }
        checkLimit(matter.get("limit"));
        checkRoles(matter);
        types.mustBeLicence(matter.get("issues").get("licence"), diagnostics);
        var form = new FormSchema(diagnostics).check(matter.get("form"), folder);
        var fields = ExpressionCheck.fieldsOf(form);
        var steps = matter.get("steps");
        var everything = new ExpressionCheck.Scope(Optional.empty(), steps.names(), Set.copyOf(steps.names()), fields);
        var nothing = new ExpressionCheck.Scope(Optional.of("one-open-case-per"), steps.names(), Set.of(), fields);
        var expressions = new ExpressionCheck(diagnostics);
        expressions.check(matter.get("one-open-case-per"), nothing);
        expressions.check(matter.get("issues").get("from"), everything);
        expressions.check(matter.get("issues").get("supersedes"), everything);
        matter.get("prefill").entries().forEach((field, value) -> {
            fields.ifPresent(known ->
                    expressions.checkField(field, known, matter.get("prefill").placeOf(field)));
            expressions.compiles(value);
        });
        var needs = new NeedCheck(folder.resolveSibling("licences"), types, diagnostics);
        new RequiredMaterialCheck(types, needs, diagnostics).check(matter, fields);
        var graph = new StepGraph(steps, diagnostics);
        graph.check();
        steps.entries().forEach((id, step) -> {
            var scope = new ExpressionCheck.Scope(Optional.of(id), steps.names(), graph.before(id), fields);
            new StepCheck(matter, names, diagnostics).check(id, step, scope);
        });
    }

    private void checkLimit(YamlValue limit) {
        var bounds = new BoundsCheck(diagnostics);
        bounds.days(limit, "statutory", BoundsCheck.WORKING_DAYS);
        bounds.days(limit, "promised", BoundsCheck.WORKING_DAYS);
        var statutory = Optional.ofNullable(limit.get("statutory").text()).flatMap(Durations::parseDays);
        var promised = Optional.ofNullable(limit.get("promised").text()).flatMap(Durations::parseDays);
        if (statutory.isPresent() && promised.isPresent() && statutory.get() < promised.get()) {
            diagnostics.report(
                    limit.get("promised").place(),
                    Fault.LESS_THAN,
                    "statutory: " + statutory.get() + "d",
                    "promised: " + promised.get() + "d");
        }
    }

    private void checkRoles(YamlValue matter) {
        var parties = matter.get("parties");
        for (Map.Entry<String, YamlValue> party : parties.entries().entrySet()) {
            var text = Contents.scalar(party.getValue());
            if (text.matches("[0-9]{1,2}\\.\\.[0-9]{1,2}")) {
                var count = MatterReader.count(party.getValue());
                if (count.max() < count.min()) {
                    diagnostics.report(party.getValue().place(), Fault.LESS_THAN, "" + count.max(), "" + count.min());
                }
            }
        }
        matter.get("shares-add-up").elements().forEach(role -> checkRole(role, parties, diagnostics));
        checkRole(matter.get("issues").get("holders"), parties, diagnostics);
    }

    static void checkRole(YamlValue role, YamlValue parties, Diagnostics diagnostics) {
        if (role.isText() && !parties.has(role.mustBeText())) {
            diagnostics.report(
                    role.place(),
                    Fault.UNKNOWN_ROLE,
                    role.mustBeText(),
                    Spelling.hint(role.mustBeText(), parties.names()),
                    String.join(", ", parties.names()));
        }
    }
}
