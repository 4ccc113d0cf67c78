package org.onewindow.simulators.tax;

import java.io.IOException;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.onewindow.simulators.wire.ContractFile;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The bureau's schemas; its service refuses what is against them. */
final class TaxContract {

    static final String COMMON = "urn:city:tax:common:v1";
    static final String TRANSFER = "urn:city:tax:transfer:v3";

    private static final Schema SCHEMA = compile();

    private TaxContract() {}

    /** What is wrong with this element, if anything. */
    static Optional<String> breach(Element element) {
        try {
            SCHEMA.newValidator().validate(new DOMSource(element));
            return Optional.empty();
        } catch (SAXException breach) {
            return Optional.of(withoutValues(breach));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The rule's id and no more: the validator's text quotes values, and those may be personal. */
    private static String withoutValues(SAXException breach) {
        var text = String.valueOf(breach.getMessage());
        int colon = text.indexOf(':');
        return colon < 0 ? "schema" : text.substring(0, colon);
    }

    private static Schema compile() {
        try {
            var factory = SchemaFactory.newDefaultInstance();
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file,jar:file");
            return factory.newSchema(new Source[] {source("tax/xsd/common.xsd"), source("tax/xsd/transfer-tax.xsd")});
        } catch (SAXException broken) {
            throw new IllegalStateException("the tax contract does not compile", broken);
        }
    }

    private static Source source(String path) {
        return new StreamSource(ContractFile.url(path).toExternalForm());
    }
}
