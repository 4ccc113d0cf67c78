package org.onewindow.connectors.soap;

import java.io.IOException;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The schemas of a WSDL, to check elements against; what they import may only lie on this machine. */
final class WsdlSchemas {

    private final Schema schema;

    private WsdlSchemas(Schema schema) {
        this.schema = schema;
    }

    static WsdlSchemas of(WsdlContract contract) {
        try {
            var factory = SchemaFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
            var base = contract.file().toUri().toString();
            var sources = contract.schemas().stream()
                    .map(WsdlSchemas::withNamespaces)
                    .map(element -> new DOMSource(element, base))
                    .toArray(Source[]::new);
            return new WsdlSchemas(factory.newSchema(sources));
        } catch (SAXException notSchemas) {
            throw new IllegalArgumentException(
                    "the schemas of " + contract.file().getFileName() + " do not hold: " + notSchemas.getMessage(),
                    notSchemas);
        }
    }

    /** A schema inside a WSDL uses the prefixes that are declared around it. */
    private static Element withNamespaces(Element schema) {
        for (var around = schema.getParentNode(); around instanceof Element element; around = around.getParentNode()) {
            var attributes = element.getAttributes();
            for (int i = 0; i < attributes.getLength(); i++) {
                var name = attributes.item(i).getNodeName();
                if (name.startsWith("xmlns") && !schema.hasAttribute(name)) {
                    schema.setAttributeNS(
                            XMLConstants.XMLNS_ATTRIBUTE_NS_URI,
                            name,
                            attributes.item(i).getNodeValue());
                }
            }
        }
        return schema;
    }

    /** What breaks the contract in this element; empty: nothing. */
    Optional<String> breach(Element element) {
        try {
            schema.newValidator().validate(new DOMSource(element));
            return Optional.empty();
        } catch (SAXException breach) {
            return Optional.of(String.valueOf(breach.getMessage()));
        } catch (IOException impossible) {
            throw new IllegalStateException("an element in memory can be read", impossible);
        }
    }
}
