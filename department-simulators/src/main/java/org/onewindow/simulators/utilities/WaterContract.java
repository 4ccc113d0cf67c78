package org.onewindow.simulators.utilities;

import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.onewindow.simulators.wire.ContractFile;
import org.onewindow.simulators.wire.Xml;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The schema inside the company's WSDL; its service refuses what is against it. */
final class WaterContract {

    static final String NAMESPACE = "urn:city:water:accounts:v2";

    private static final Schema SCHEMA = compile();

    private WaterContract() {}

    static boolean isKeptBy(Element element) {
        try {
            SCHEMA.newValidator().validate(new DOMSource(element));
            return true;
        } catch (SAXException breach) {
            return false;
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Schema compile() {
        try {
            var factory = SchemaFactory.newDefaultInstance();
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            var wsdl = Xml.read(ContractFile.text("water-utility/WaterAccountService.wsdl"))
                    .orElseThrow();
            var types = Xml.child(wsdl.getDocumentElement(), "types").orElseThrow();
            return factory.newSchema(new DOMSource(Xml.child(types, "schema").orElseThrow()));
        } catch (SAXException broken) {
            throw new IllegalStateException("the water company's contract does not compile", broken);
        }
    }
}
