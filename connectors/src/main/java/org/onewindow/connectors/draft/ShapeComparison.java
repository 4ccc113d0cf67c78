package org.onewindow.connectors.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.onewindow.connectors.contract.Contract;

/** Compares the fields of two contracts. */
final class ShapeComparison {

    private ShapeComparison() {}

    /**
     * What is different.
     *
     * @param calls the operations whose fields count
     */
    static List<Change> changes(Contract before, Contract after, List<String> calls) {
        var old = Shapes.of(before);
        var young = Shapes.of(after);
        var changes = new ArrayList<Change>();
        old.keySet().stream()
                .filter(name -> !young.containsKey(name))
                .forEach(name -> changes.add(new Change(Change.Kind.OPERATION_REMOVED, name, "", "")));
        young.keySet().stream()
                .filter(name -> !old.containsKey(name))
                .forEach(name -> changes.add(new Change(Change.Kind.OPERATION_ADDED, name, "", "")));
        for (var call : calls) {
            if (old.containsKey(call) && young.containsKey(call)) {
                compare(call, Objects.requireNonNull(old.get(call)), Objects.requireNonNull(young.get(call)), changes);
            }
        }
        return changes;
    }

    private static void compare(
            String call, Map<String, FieldShape> old, Map<String, FieldShape> young, List<Change> changes) {
        old.forEach((path, was) -> {
            var is = young.get(path);
            if (is == null) {
                changes.add(new Change(Change.Kind.FIELD_REMOVED, call, path, ""));
            } else if (!is.type().equals(was.type())) {
                changes.add(new Change(Change.Kind.RETYPED, call, path, was.type() + " → " + is.type()));
            } else if (is.mandatory() != was.mandatory()) {
                var kind = is.mandatory() ? Change.Kind.MADE_MANDATORY : Change.Kind.MADE_OPTIONAL;
                changes.add(new Change(kind, call, path, ""));
            }
        });
        young.forEach((path, is) -> {
            if (!old.containsKey(path)) {
                boolean must = is.mandatory() && path.startsWith("request");
                changes.add(new Change(
                        must ? Change.Kind.MANDATORY_ADDED : Change.Kind.FIELD_ADDED, call, path, is.type()));
            }
        });
    }
}
