package org.onewindow.connectors.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The words of XML Schema and WSDL, and how names stand in their documents. */
public final class Xsd {

    public static final String NS = XMLConstants.W3C_XML_SCHEMA_NS_URI;
    static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";
    static final String SOAP_11 = "http://schemas.xmlsoap.org/wsdl/soap/";
    static final String SOAP_12 = "http://schemas.xmlsoap.org/wsdl/soap12/";

    private static final Set<String> LINKS = Set.of("import", "include", "redefine", "override");

    private Xsd() {}

    public static boolean is(Node node, String name) {
        return is(node, NS, name);
    }

    public static boolean is(Node node, String namespace, String name) {
        return node instanceof Element && namespace.equals(node.getNamespaceURI()) && name.equals(node.getLocalName());
    }

    static boolean isLink(Element element) {
        return NS.equals(element.getNamespaceURI()) && LINKS.contains(element.getLocalName());
    }

    public static List<Element> children(Node parent) {
        var children = new ArrayList<Element>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    public static List<Element> children(Node parent, String namespace, String name) {
        return children(parent).stream()
                .filter(child -> is(child, namespace, name))
                .toList();
    }

    /** Every element of this name, this one included. */
    static List<Element> all(Element root, String namespace, String name) {
        var all = new ArrayList<Element>();
        if (is(root, namespace, name)) {
            all.add(root);
        }
        var below = root.getElementsByTagNameNS(namespace, name);
        for (int i = 0; i < below.getLength(); i++) {
            all.add((Element) below.item(i));
        }
        return all;
    }

    /** The value of an attribute; null: it has none. */
    public static @Nullable String attribute(Element element, String name) {
        return element.hasAttribute(name) ? element.getAttribute(name).strip() : null;
    }

    /**
     * What a qualified name in an attribute stands for.
     *
     * @return null: its prefix is declared nowhere
     */
    public static @Nullable QName name(Element element, String qualified) {
        int colon = qualified.indexOf(':');
        if (colon < 0) {
            var usual = element.lookupNamespaceURI(null);
            return new QName(usual == null ? "" : usual, qualified);
        }
        var prefix = qualified.substring(0, colon);
        var namespace = prefix.equals("xml") ? XMLConstants.XML_NS_URI : element.lookupNamespaceURI(prefix);
        return namespace == null ? null : new QName(namespace, qualified.substring(colon + 1), prefix);
    }

    /** How a name is written at this place; declares a prefix where none is there. */
    static String written(Element element, QName name) {
        if (name.getNamespaceURI().equals(XMLConstants.XML_NS_URI)) {
            return "xml:" + name.getLocalPart();
        }
        var known = element.lookupPrefix(name.getNamespaceURI());
        if (known != null && name.getNamespaceURI().equals(element.lookupNamespaceURI(known))) {
            return known + ":" + name.getLocalPart();
        }
        var root = element.getOwnerDocument().getDocumentElement();
        int number = 1;
        while (root.lookupNamespaceURI("m" + number) != null || element.lookupNamespaceURI("m" + number) != null) {
            number++;
        }
        declare(root, "m" + number, name.getNamespaceURI());
        return "m" + number + ":" + name.getLocalPart();
    }

    static void declare(Element element, String prefix, String namespace) {
        element.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:" + prefix, namespace);
    }

    public static String text(QName name) {
        return name.getNamespaceURI().isEmpty()
                ? name.getLocalPart()
                : "{" + name.getNamespaceURI() + "}" + name.getLocalPart();
    }
}
