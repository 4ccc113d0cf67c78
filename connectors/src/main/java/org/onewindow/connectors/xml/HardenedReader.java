package org.onewindow.connectors.xml;

import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * The JDK's SAX parser with everything switched off that reaches beyond the document: a DOCTYPE is an error.
 *
 * <p>Public with a public constructor because Saxon makes it by name, so that {@code parse-xml()} in a mapping gets it too.
 */
public final class HardenedReader extends XMLFilterImpl {

    private static final String DISALLOW_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    public HardenedReader() {
        super(parser());
    }

    private static XMLReader parser() {
        try {
            var factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(DISALLOW_DOCTYPE, true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setXIncludeAware(false);
            return factory.newSAXParser().getXMLReader();
        } catch (ParserConfigurationException | SAXException impossible) {
            throw new IllegalStateException("the JDK's parser has these features", impossible);
        }
    }
}
