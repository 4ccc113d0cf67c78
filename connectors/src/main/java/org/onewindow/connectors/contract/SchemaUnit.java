package org.onewindow.connectors.contract;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/**
 * A schema document under the namespace that it contributes to: one without a namespace takes that of whoever includes it (chameleon).
 *
 * @param number unique among the units of a contract
 * @param redefined whether it is reached by redefine, which replaces parts of it
 */
public record SchemaUnit(int number, ContractFile file, Element schema, String namespace, boolean redefined) {

    /** All that the files on the table contribute. */
    static List<SchemaUnit> of(Examination examination) {
        var finder = new Finder(examination);
        for (var file : examination.files()) {
            if (file.isWsdl()) {
                for (var schema : Xsd.all(file.root(), Xsd.NS, "schema")) {
                    finder.add(file, schema, Links.targetNamespace(schema), false);
                }
            }
        }
        return finder.units;
    }

    Element root() {
        return schema;
    }

    /** The namespace of a reference from here: one without a namespace means the unit's own where that is borrowed. */
    public String namespaceOf(javax.xml.namespace.QName name) {
        return name.getNamespaceURI().isEmpty() && Links.targetNamespace(schema).isEmpty()
                ? namespace
                : name.getNamespaceURI();
    }

    private static final class Finder {

        private final Examination examination;
        private final List<SchemaUnit> units = new ArrayList<>();

        Finder(Examination examination) {
            this.examination = examination;
        }

        void add(ContractFile file, Element schema, String namespace, boolean redefined) {
            for (var known : units) {
                if (known.schema == schema && known.namespace.equals(namespace)) {
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
            var path = target(examination, file, link);
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

    /** The path that a link's location means. */
    static String target(Examination examination, ContractFile file, Element link) {
        var location = link.getAttribute("schemaLocation").strip();
        if (file.isOfCatalogue()) {
            return Catalogue.FOLDER + location;
        }
        return examination.folder().locate(file.path(), location) instanceof ContractFolder.Location.Inside(var path)
                ? path
                : "";
    }
}
