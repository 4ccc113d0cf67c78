package org.onewindow.connectors.contract;

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
        var finder = new SchemaUnits(examination);
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

    /** The path that a link's location means. */
    static String target(Examination examination, ContractFile file, Element link) {
        var location = link.getAttribute("schemaLocation").strip();
        if (file.isOfCatalogue()) {
            return Catalogue.FOLDER + location;
        }
        return examination.folder().locate(file.path(), location) instanceof Location.Inside(var path) ? path : "";
    }
}
