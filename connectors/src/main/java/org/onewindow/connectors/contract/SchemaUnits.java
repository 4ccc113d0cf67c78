package org.onewindow.connectors.contract;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/** Finds what the documents of a contract contribute, by following their imports and includes. */
final class SchemaUnits {

    private final Examination examination;
    final List<SchemaUnit> units = new ArrayList<>();

    SchemaUnits(Examination examination) {
        this.examination = examination;
    }

    void add(ContractFile file, Element schema, String namespace, boolean redefined) {
        for (var known : units) {
            if (known.schema() == schema && known.namespace().equals(namespace)) {
                return;
            }
        }
        units.add(new SchemaUnit(units.size(), file, schema, namespace, redefined));
        for (var link : Xsd.children(schema)) {
            if (Xsd.isLink(link) && link.hasAttribute("schemaLocation")) {
                follow(file, link, namespace);
            }
        }
    }

    private void follow(ContractFile file, Element link, String namespace) {
        var path = SchemaUnit.target(examination, file, link);
        if (examination.holds(path) && examination.file(path).isSchema()) {
            var there = examination.file(path);
            var own = Links.targetNamespace(there.root());
            var kind = link.getLocalName();
            add(
                    there,
                    there.root(),
                    own.isEmpty() && !kind.equals("import") ? namespace : own,
                    kind.equals("redefine") || kind.equals("override"));
        }
    }
}
