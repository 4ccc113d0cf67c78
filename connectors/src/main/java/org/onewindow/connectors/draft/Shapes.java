package org.onewindow.connectors.draft;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.onewindow.connectors.contract.Contract;
import org.onewindow.connectors.contract.RestContract;
import org.onewindow.connectors.contract.SoapContract;
import org.onewindow.connectors.contract.SoapOperation;

/** The fields of every operation of a contract, laid flat so that two contracts can be compared. */
final class Shapes {

    private Shapes() {}

    /** By operation and by the field's path; an operation that cannot be described has no fields. */
    static Map<String, Map<String, FieldShape>> of(Contract contract) {
        Map<String, Map<String, FieldShape>> shapes = new LinkedHashMap<>();
        switch (contract) {
            case SoapContract soap ->
                soap.ports().forEach(port -> port.operations()
                        .forEach(operation -> shapes.computeIfAbsent(operation.name(), _ -> fields(soap, operation))));
            case RestContract rest ->
                rest.operations().forEach(operation -> shapes.put(operation.id(), fields(rest, operation)));
        }
        return shapes;
    }

    private static Map<String, FieldShape> fields(SoapContract contract, SoapOperation operation) {
        var fields = new LinkedHashMap<String, FieldShape>();
        if (operation.refusal() != null) {
            return fields;
        }
        try {
            var walk = new SchemaWalk(contract.components());
            var input = Objects.requireNonNull(operation.input());
            input.headers().forEach(header -> lay(fields, "request/header", walk.element(header), true));
            lay(fields, "request", node(walk, input.body()), true);
            lay(
                    fields,
                    "answer",
                    node(walk, Objects.requireNonNull(operation.output()).body()),
                    true);
        } catch (Endless endless) {
            fields.clear();
        }
        return fields;
    }

    private static Node node(SchemaWalk walk, SoapOperation.Body body) {
        return switch (body) {
            case SoapOperation.Body.Document document -> walk.element(document.name());
            case SoapOperation.Body.Rpc(var wrapper) -> walk.wrapper(wrapper);
        };
    }

    private static Map<String, FieldShape> fields(
            RestContract contract, org.onewindow.connectors.contract.RestOperation operation) {
        var fields = new LinkedHashMap<String, FieldShape>();
        try {
            for (var parameter : operation.parameters()) {
                var occurs = parameter.required() ? Occurs.ONCE : Occurs.MAYBE;
                var walk = new JsonSchemaWalk(contract.document(), false);
                lay(fields, "request", walk.node(parameter.schema(), Tag.plain(parameter.name()), occurs), true);
            }
            if (operation.body() != null) {
                var walk = new JsonSchemaWalk(contract.document(), false);
                lay(fields, "request", walk.node(operation.body(), Tag.plain("body"), Occurs.ONCE), true);
            }
            if (operation.answer() != null) {
                var walk = new JsonSchemaWalk(contract.document(), true);
                lay(fields, "answer", walk.node(operation.answer(), Tag.plain("body"), Occurs.ONCE), true);
            }
        } catch (Endless endless) {
            fields.clear();
        }
        return fields;
    }

    private static void lay(Map<String, FieldShape> fields, String path, Node node, boolean mandatory) {
        switch (node) {
            case Leaf leaf -> {
                var type = leaf.type();
                var words = type.base()
                        + (type.values().isEmpty() ? "" : " " + type.values())
                        + (type.patterns().isEmpty() ? "" : " " + type.patterns());
                fields.put(
                        path + "/" + (leaf.tag().attribute() ? "@" : "")
                                + leaf.tag().name(),
                        new FieldShape(
                                words + (leaf.occurs().isRepeated() ? " *" : ""),
                                mandatory && !leaf.occurs().isOptional()));
            }
            case Group group -> {
                var here = path + "/" + group.tag().name();
                boolean must = mandatory && !group.occurs().isOptional();
                group.attributes().forEach(attribute -> lay(fields, here, attribute, must));
                group.children().forEach(child -> lay(fields, here, child, must));
            }
            case OneOf oneOf ->
                oneOf.branches().forEach(branch -> branch.forEach(each -> lay(fields, path, each, false)));
        }
    }
}
