package org.onewindow.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks one inquiry: its form, and that it only looks up. */
final class InquiryCheck {

    private final Path folder;
    private final OperationNames names;
    private final Diagnostics diagnostics;

    InquiryCheck(Path folder, OperationNames names, Diagnostics diagnostics) {
        this.folder = folder;
        this.names = names;
        this.diagnostics = diagnostics;
    }

    void check(String fileName, YamlValue inquiry) {
        var id = inquiry.get("id");
        if (id.isText() && !id.mustBeText().equals(fileName)) {
            diagnostics.report(id.place(), Fault.ID_DIFFERS, id.mustBeText(), fileName, "file");
        }
        new BoundsCheck(diagnostics).duration(inquiry, "within", BoundsCheck.INQUIRY);
        var form = new FormSchema(diagnostics).check(inquiry.get("form"), folder);
        // there is no case, so there are no facts of steps
        var scope = new ExpressionCheck.Scope(Optional.empty(), List.of(), Set.of(), ExpressionCheck.fieldsOf(form));
        inquiry.get("asks").entries().values().forEach(ask -> {
            names.mustRead(ask.get("operation"), names.find(ask.get("department"), ask.get("operation")));
            new ExpressionCheck(diagnostics).check(ask.get("when"), scope);
        });
    }
}
