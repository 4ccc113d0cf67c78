package org.onewindow.connectors.contract;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.onewindow.connectors.xml.HardenedReader;
import org.onewindow.connectors.xml.HardenedXml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads XML into a document whose elements know where they stand. */
final class LocatedXml {

    static final int DEEPEST = 200;
    private static final int MOST_ELEMENTS = 200_000;

    private static final String LINE = "line";
    private static final String COLUMN = "column";

    private LocatedXml() {}

    /** The document; what is none, or nests too deeply, is a {@link SAXParseException} that says where. */
    static Document read(String text) throws SAXException {
        try {
            var document = HardenedXml.documents().newDocumentBuilder().newDocument();
            var reader = new HardenedReader();
            reader.setFeature("http://xml.org/sax/features/namespace-prefixes", true);
            var builder = new Builder(document);
            reader.setContentHandler(builder);
            reader.setErrorHandler(builder);
            reader.parse(new InputSource(new StringReader(text)));
            return document;
        } catch (IOException | ParserConfigurationException impossible) {
            throw new IllegalStateException("the JDK reads a text in memory", impossible);
        }
    }

    static Spot spot(String file, Node node) {
        for (Node at = node; at != null; at = at.getParentNode()) {
            if (at.getUserData(LINE) instanceof Integer line && at.getUserData(COLUMN) instanceof Integer column) {
                return new Spot(file, line, column);
            }
        }
        return Spot.startOf(file);
    }

    private static final class Builder extends DefaultHandler {

        private final Document document;
        private Node at;
        private int depth;
        private int elements;
        private @Nullable Locator locator;

        Builder(Document document) {
            this.document = document;
            this.at = document;
        }

        @Override
        public void setDocumentLocator(Locator itsLocator) {
            locator = itsLocator;
        }

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
            if (++depth > DEEPEST) {
                throw new SAXParseException("nested deeper than " + DEEPEST, locator);
            }
            if (++elements > MOST_ELEMENTS) {
                throw new SAXParseException("more than " + MOST_ELEMENTS + " elements", locator);
            }
            var element = document.createElementNS(uri.isEmpty() ? null : uri, qualified);
            for (int i = 0; i < attributes.getLength(); i++) {
                var attribute = attributes.getQName(i);
                boolean declares = attribute.equals("xmlns") || attribute.startsWith("xmlns:");
                var namespace = declares ? XMLConstants.XMLNS_ATTRIBUTE_NS_URI : attributes.getURI(i);
                element.setAttributeNS(namespace.isEmpty() ? null : namespace, attribute, attributes.getValue(i));
            }
            if (locator != null) {
                element.setUserData(LINE, locator.getLineNumber(), null);
                element.setUserData(COLUMN, Math.max(1, locator.getColumnNumber()), null);
            }
            at.appendChild(element);
            at = element;
        }

        @Override
        public void endElement(String uri, String name, String qualified) {
            depth--;
            if (at instanceof Element element && element.getParentNode() != null) {
                at = element.getParentNode();
            }
        }

        @Override
        public void characters(char[] characters, int start, int length) {
            if (at != document) {
                at.appendChild(document.createTextNode(new String(characters, start, length)));
            }
        }

        @Override
        public void error(SAXParseException fault) throws SAXException {
            throw fault;
        }
    }
}
