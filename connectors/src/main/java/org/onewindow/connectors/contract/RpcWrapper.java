package org.onewindow.connectors.contract;

import java.util.List;
import java.util.function.UnaryOperator;
import javax.xml.namespace.QName;
import org.onewindow.connectors.xml.XmlText;

/**
 * The element around the parts of an rpc/literal message, which no schema of the contract declares.
 *
 * @param namespace of the element, as the binding says
 * @param name of the element: the operation, or the operation and {@code Response}
 */
public record RpcWrapper(String namespace, String name, List<Part> parts) {

    /** A part: an element without a namespace, of this type. */
    public record Part(String name, QName type) {}

    /** A schema that declares the element. */
    String schema(UnaryOperator<String> addresses) {
        var imports = new StringBuilder();
        var elements = new StringBuilder();
        var declarations = new StringBuilder();
        int number = 0;
        for (var part : parts) {
            var typeNamespace = part.type().getNamespaceURI();
            var prefix = "t" + number++;
            declarations.append(" xmlns:" + prefix + "=\"" + XmlText.escaped(typeNamespace) + "\"");
            if (!typeNamespace.equals(Xsd.NS) && !typeNamespace.equals(namespace)) {
                imports.append("<xs:import namespace=\"" + XmlText.escaped(typeNamespace) + "\" schemaLocation=\""
                        + addresses.apply(typeNamespace) + "\"/>");
            }
            elements.append("<xs:element name=\"" + part.name() + "\" type=\"" + prefix + ":"
                    + part.type().getLocalPart() + "\"/>");
        }
        return "<xs:schema xmlns:xs=\"" + Xsd.NS + "\"" + declarations + " targetNamespace=\""
                + XmlText.escaped(namespace) + "\">" + imports + "<xs:element name=\"" + name
                + "\"><xs:complexType><xs:sequence>" + elements
                + "</xs:sequence></xs:complexType></xs:element></xs:schema>";
    }
}
