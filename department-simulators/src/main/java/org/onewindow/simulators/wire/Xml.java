package org.onewindow.simulators.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** XML, read with every door shut: no DOCTYPE, no entities, no inclusion. */
public final class Xml {

    private Xml() {}

    /** Empty where the bytes are no such XML. */
    public static Optional<Document> read(byte[] bytes) {
        return read(new InputSource(new ByteArrayInputStream(bytes)));
    }

    /** Empty where the text is no such XML; an encoding in its declaration is passed over. */
    public static Optional<Document> read(String text) {
        return read(new InputSource(new StringReader(text)));
    }

    public static List<Element> children(Node parent) {
        var children = new ArrayList<Element>();
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    public static List<Element> children(Node parent, String localName) {
        return children(parent).stream()
                .filter(child -> localName.equals(child.getLocalName()))
                .toList();
    }

    public static Optional<Element> child(Node parent, String localName) {
        return children(parent, localName).stream().findFirst();
    }

    /** The text of the one child of this name, without white space around it; empty where there is none. */
    public static String text(Node parent, String localName) {
        return child(parent, localName).map(Node::getTextContent).orElse("").strip();
    }

    public static boolean is(Node node, String namespace, String localName) {
        return namespace.equals(node.getNamespaceURI()) && localName.equals(node.getLocalName());
    }

    /** Expanded names, attributes and text: prefixes, comments and white space between elements do not count. */
    public static String canonical(Element element) {
        var out = new StringBuilder();
        canonical(element, out);
        return out.toString();
    }

    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\r", "&#13;");
    }

    private static void canonical(Element element, StringBuilder out) {
        out.append('<').append(expanded(element));
        attributes(element).forEach((name, value) -> out.append(' ')
                .append(name)
                .append("=\"")
                .append(escape(value))
                .append('"'));
        out.append('>');
        var children = children(element);
        if (children.isEmpty()) {
            out.append(escape(element.getTextContent()));
        }
        children.forEach(child -> canonical(child, out));
        out.append("</>");
    }

    private static Map<String, String> attributes(Element element) {
        var attributes = new TreeMap<String, String>();
        var all = element.getAttributes();
        for (int i = 0; i < all.getLength(); i++) {
            var attribute = all.item(i);
            if (!XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
                attributes.put(expanded(attribute), attribute.getNodeValue());
            }
        }
        return attributes;
    }

    private static String expanded(Node node) {
        return node.getNamespaceURI() == null
                ? node.getLocalName()
                : "{" + node.getNamespaceURI() + "}" + node.getLocalName();
    }

    private static Optional<Document> read(InputSource source) {
        try {
            return Optional.of(builder().parse(source));
        } catch (SAXException | IOException notXml) {
            return Optional.empty();
        }
    }

    private static DocumentBuilder builder() {
        try {
            var builder = hardened().newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder;
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static DocumentBuilderFactory hardened() throws ParserConfigurationException {
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        return factory;
    }
}
