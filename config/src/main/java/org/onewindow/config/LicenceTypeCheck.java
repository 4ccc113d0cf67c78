package org.onewindow.config;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.onewindow.canonical.CreditCode;

/** Checks one licence type: its codes, its issuer, its fields. */
final class LicenceTypeCheck {

    private static final int CREDIT_CODE = 18;

    private final Path folder;
    private final TreeFiles files;
    private final OperationNames names;
    private final Diagnostics diagnostics;
    private final Map<String, String> byCode = new HashMap<>();

    LicenceTypeCheck(Path folder, TreeFiles files, OperationNames names, Diagnostics diagnostics) {
        this.folder = folder;
        this.files = files;
        this.names = names;
        this.diagnostics = diagnostics;
    }

    void check(String fileName, YamlValue type) {
        var id = type.get("id");
        if (id.isText() && !id.mustBeText().equals(fileName)) {
            diagnostics.report(id.place(), Fault.ID_DIFFERS, id.mustBeText(), fileName, "file");
        }
        checkCode(type.get("code"));
        checkOnce(type.get("code"), fileName);
        checkCode(type.get("issuer").get("code"));
        new BoundsCheck(diagnostics).duration(type, "known-for", BoundsCheck.OUTCOME);
        checkDepartment(type.get("issuer").get("department"));
        checkPull(type.get("pull"), type.get("issuer"));
        new FormSchema(diagnostics).check(type.get("fields"), folder).ifPresent(schema -> type.get("personal")
                .elements()
                .forEach(field -> checkField(
                        field,
                        schema.path("properties").properties().stream()
                                .map(Map.Entry::getKey)
                                .toList())));
    }

    private void checkCode(YamlValue code) {
        var text = code.text();
        if (text != null && text.length() >= CREDIT_CODE && !CreditCode.isValid(text.substring(0, CREDIT_CODE))) {
            diagnostics.report(code.place(), Fault.WRONG_CREDIT_CODE, text.substring(0, CREDIT_CODE));
        }
    }

    private void checkOnce(YamlValue code, String fileName) {
        var text = code.text();
        var other = text == null ? null : byCode.putIfAbsent(text, fileName);
        if (other != null) {
            diagnostics.report(code.place(), Fault.SAME_TYPE_CODE, other);
        }
    }

    private void checkDepartment(YamlValue department) {
        var text = department.text();
        if (text == null || files.unreadable().contains(text)) {
            return;
        }
        var known = new TreeSet<>(files.departments().keySet());
        if (!known.contains(text)) {
            diagnostics.report(
                    department.place(),
                    Fault.UNKNOWN_DEPARTMENT,
                    text,
                    Spelling.hint(text, known),
                    String.join(", ", known));
        }
    }

    /** Whoever asks an issuer only looks; and there must be somebody to ask. */
    private void checkPull(YamlValue pull, YamlValue issuer) {
        if (pull.isMissing()) {
            return;
        }
        var department = issuer.get("department");
        if (department.isMissing()) {
            diagnostics.report(pull.place(), Fault.PULL_FROM_NOBODY);
            return;
        }
        for (var operation : List.of(pull.get("locate"), pull.get("fetch"))) {
            names.mustRead(operation, names.find(String.valueOf(department.text()), operation));
        }
    }

    private void checkField(YamlValue field, Collection<String> known) {
        var text = field.text();
        if (text != null && !known.contains(text)) {
            diagnostics.report(
                    field.place(),
                    Fault.UNKNOWN_LICENCE_FIELD,
                    text,
                    Spelling.hint(text, known),
                    String.join(", ", new TreeSet<>(known)));
        }
    }
}
