package org.onewindow.config;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks one kind of material: who verifies it, what stands for it, what its expressions read. */
final class MaterialTypeCheck {

    /** There is no case yet, so there are no facts; and the forms are those of the matters that ask for it. */
    private static final ExpressionCheck.Scope REQUEST =
            new ExpressionCheck.Scope(Optional.empty(), List.of(), Set.of(), Optional.empty());

    private final OperationNames names;
    private final RegisteredTypes types;
    private final Diagnostics diagnostics;
    private final ExpressionCheck expressions;

    MaterialTypeCheck(OperationNames names, RegisteredTypes types, Diagnostics diagnostics) {
        this.names = names;
        this.types = types;
        this.diagnostics = diagnostics;
        this.expressions = new ExpressionCheck(diagnostics);
    }

    void check(String fileName, YamlValue type) {
        var id = type.get("id");
        if (id.isText() && !id.mustBeText().equals(fileName)) {
            diagnostics.report(id.place(), Fault.ID_DIFFERS, id.mustBeText(), fileName, "file");
        } else if (types.isLicence(fileName)) {
            diagnostics.report(id.place(), Fault.MATERIAL_IS_A_LICENCE, fileName);
        }
        new BoundsCheck(diagnostics).duration(type, "kept", BoundsCheck.KEPT);
        new BoundsCheck(diagnostics).duration(type, "valid-for", BoundsCheck.KEPT);
        type.get("watched").entries().values().forEach(watched -> expressions.check(watched, REQUEST));
        checkVerification(type.get("verified-by"));
        type.get("satisfied-by").elements().forEach(other -> {
            types.mustBeKnown(other.get("type"), diagnostics);
            expressions.check(other.get("when"), REQUEST);
        });
        type.get("needs").elements().forEach(need -> types.mustBeKnown(need, diagnostics));
    }

    /** The facts are the operation's own, not those of steps. */
    private void checkVerification(YamlValue by) {
        var operation = by.get("operation");
        names.mustRead(operation, names.find(by.get("department"), operation));
        expressions.compiles(by.get("holds"));
    }
}
