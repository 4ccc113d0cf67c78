package org.onewindow.config;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Looks up departments and their operations by the names that other files use, and reports those that are not there. */
final class OperationNames {

    private static final String ACT = "key, query, none";

    private final TreeFiles files;
    private final Diagnostics diagnostics;

    OperationNames(TreeFiles files, Diagnostics diagnostics) {
        this.files = files;
        this.diagnostics = diagnostics;
    }

    /** The operation that a pair of keys names. */
    Optional<YamlValue> find(YamlValue department, YamlValue operation) {
        var id = department.text();
        if (id == null) {
            return Optional.empty();
        }
        if (files.unreadable().contains(id)) {
            return Optional.empty();
        }
        if (!files.departments().containsKey(id)) {
            unknown(department, Fault.UNKNOWN_DEPARTMENT, known());
            return Optional.empty();
        }
        return find(id, operation);
    }

    /** The operation of this department. */
    Optional<YamlValue> find(String department, YamlValue operation) {
        var name = operation.text();
        if (name == null || !files.departments().containsKey(department)) {
            return Optional.empty();
        }
        Map<String, YamlValue> operations = files.operationsOf(department);
        var found = operations.get(name);
        if (found == null) {
            diagnostics.report(
                    operation.place(),
                    Fault.UNKNOWN_OPERATION,
                    department,
                    name,
                    Spelling.hint(name, operations.keySet()),
                    String.join(", ", operations.keySet()));
        }
        return Optional.ofNullable(found);
    }

    /** Reports an operation that acts where only a look-up will do. */
    void mustRead(YamlValue name, Optional<YamlValue> operation) {
        operation
                .map(found -> found.get("effect").text())
                .filter(effect -> !effect.equals("read"))
                .ifPresent(effect ->
                        diagnostics.report(name.place(), Fault.WRONG_EFFECT, name.mustBeText(), effect, "read"));
    }

    /** Reports a look-up where something must be done. */
    void mustAct(YamlValue name, Optional<YamlValue> operation) {
        operation
                .map(found -> found.get("effect").text())
                .filter("read"::equals)
                .ifPresent(
                        effect -> diagnostics.report(name.place(), Fault.WRONG_EFFECT, name.mustBeText(), effect, ACT));
    }

    /** Whether the department tells events; true where that cannot be known. */
    boolean tellsEvents(String department) {
        var file = files.departments().get(department);
        return file == null || file.has("events");
    }

    private Collection<String> known() {
        var known = new TreeSet<>(files.departments().keySet());
        known.addAll(files.unreadable());
        return known;
    }

    private void unknown(YamlValue name, Fault fault, Collection<String> known) {
        diagnostics.report(
                name.place(),
                fault,
                name.mustBeText(),
                Spelling.hint(name.mustBeText(), known),
                String.join(", ", known));
    }
}
