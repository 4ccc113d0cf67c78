package org.onewindow.licences.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Reads the XML entries of a foreign OFD container, from its root {@code OFD.xml} on. */
final class OfdEntries {

    private static final String OFD = "http://www.ofdspec.org/2016";
    private static final String ROOT = "OFD.xml";

    private OfdEntries() {}

    static Element root(Container container) throws IOException {
        return document(container, ROOT).getDocumentElement();
    }

    /** What the document says of itself to programs; a name that stands there twice is an {@link IOException}. */
    static Map<String, String> customData(Container container) throws IOException {
        var data = new LinkedHashMap<String, String>();
        for (var one : all(root(container), "CustomData")) {
            if (data.put(one.getAttribute("Name"), one.getTextContent().strip()) != null) {
                throw new IOException("it says the same thing of itself twice");
            }
        }
        return data;
    }

    static Document document(Container container, String path) throws IOException {
        var bytes = container.file(path);
        if (bytes == null) {
            throw new IOException("an entry that it names is not there");
        }
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(bytes));
        } catch (SAXException broken) {
            throw new IOException("an entry is no XML without DTD", broken);
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("the JDK's parser has these features", impossible);
        }
    }

    static Element only(Element parent, String name) throws IOException {
        var found = all(parent, name);
        if (found.size() != 1) {
            throw new IOException("it has " + found.size() + " elements " + name + " where one must be");
        }
        return found.getFirst();
    }

    static List<Element> all(Element parent, String name) {
        var elements = new ArrayList<Element>();
        var nodes = parent.getElementsByTagNameNS(OFD, name);
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }
}
