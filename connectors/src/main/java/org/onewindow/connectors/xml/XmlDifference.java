package org.onewindow.connectors.xml;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Finds where two documents differ; prefixes, comments, the order of attributes and white space around texts do not count. */
public final class XmlDifference {

    private XmlDifference() {}

    /** The first difference, as a path and what is there; empty: none. */
    public static Optional<String> first(String expected, String actual) throws IOException {
        return first("", root(expected), root(actual));
    }

    /** A text's own encoding declaration does not count. */
    public static Element root(String document) throws IOException {
        try {
            return HardenedXml.documents()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(document)))
                    .getDocumentElement();
        } catch (SAXException garbage) {
            throw new IOException("no XML as the hub reads it: " + garbage.getMessage(), garbage);
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("the JDK has a namespace-aware parser", impossible);
        }
    }

    private static Optional<String> first(String path, Element expected, Element actual) {
        var here = path + "/" + expected.getLocalName();
        if (!nameOf(expected).equals(nameOf(actual))) {
            return Optional.of(here + ": " + nameOf(actual) + " instead of " + nameOf(expected));
        }
        if (!attributesOf(expected).equals(attributesOf(actual))) {
            return Optional.of(here + ": attributes " + attributesOf(actual) + " instead of " + attributesOf(expected));
        }
        var wanted = elementsOf(expected);
        var given = elementsOf(actual);
        if (wanted.isEmpty() && given.isEmpty()) {
            var text = actual.getTextContent().strip();
            return text.equals(expected.getTextContent().strip())
                    ? Optional.empty()
                    : Optional.of(here + ": '" + text + "' instead of '"
                            + expected.getTextContent().strip() + "'");
        }
        for (int i = 0; i < Math.min(wanted.size(), given.size()); i++) {
            var difference = first(here, wanted.get(i), given.get(i));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return wanted.size() == given.size()
                ? Optional.empty()
                : Optional.of(here + ": " + given.size() + " elements instead of " + wanted.size());
    }

    private static String nameOf(Node node) {
        return node.getNamespaceURI() == null
                ? node.getLocalName()
                : "{" + node.getNamespaceURI() + "}" + node.getLocalName();
    }

    private static Map<String, String> attributesOf(Element element) {
        var attributes = new TreeMap<String, String>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            var attribute = element.getAttributes().item(i);
            if (!"http://www.w3.org/2000/xmlns/".equals(attribute.getNamespaceURI())) {
                attributes.put(nameOf(attribute), attribute.getNodeValue());
            }
        }
        return attributes;
    }

    /** The elements inside an element. */
    public static List<Element> elementsOf(Element parent) {
        var elements = new ArrayList<Element>();
        for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }
}
