package org.onewindow.portal.soap;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.onewindow.canonical.Localised;
import org.onewindow.portal.problem.FieldError;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Holds a payload against the schema in our own WSDL. */
final class PayloadSchema {

    private static final String WSDL = "OneWindowService.wsdl";

    private final Schema schema = schema();

    /** The validator's own words quote values: only the rule that was broken goes on. */
    void check(Element payload) {
        try {
            var validator = schema.newValidator();
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            validator.validate(new DOMSource(payload));
        } catch (SAXException invalid) {
            var rule = String.valueOf(invalid.getMessage()).split(":", 2)[0];
            throw new Refusal(
                    ProblemCode.REQUEST_MALFORMED,
                    new FieldError(
                            "",
                            "malformed-xml",
                            new Localised("不符合 " + WSDL + " 的结构：" + rule, "Not as " + WSDL + " says: " + rule)));
        } catch (IOException impossible) {
            throw new IllegalStateException("a tree in memory can be read", impossible);
        }
    }

    private static Schema schema() {
        try (InputStream wsdl = Objects.requireNonNull(PayloadSchema.class.getResourceAsStream(WSDL))) {
            var documents = DocumentBuilderFactory.newDefaultNSInstance();
            documents.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var schemas = documents
                    .newDocumentBuilder()
                    .parse(wsdl)
                    .getElementsByTagNameNS(XMLConstants.W3C_XML_SCHEMA_NS_URI, "schema");
            var factory = SchemaFactory.newDefaultInstance();
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return factory.newSchema(new DOMSource(schemas.item(0)));
        } catch (IOException | SAXException | ParserConfigurationException broken) {
            throw new IllegalStateException(WSDL + " is broken", broken);
        }
    }
}
