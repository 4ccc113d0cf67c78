package org.onewindow.connectors.contract;

import java.util.function.Function;
import javax.xml.XMLConstants;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** Writes an element as a document in which everything stands in the line where it was read: errors found in it point to the original. */
final class LinedText {

    private static final String LOCATION = "schemaLocation";

    private final StringBuilder text = new StringBuilder();
    private final Function<Element, @Nullable String> locations;
    private int line = 1;

    private LinedText(Function<Element, @Nullable String> locations) {
        this.locations = locations;
    }

    static String of(Element root) {
        return of(root, link -> Xsd.attribute(link, LOCATION));
    }

    /**
     * With other locations in its imports and includes.
     *
     * @param locations of each import, include and redefine; null: none
     */
    static String of(Element root, Function<Element, @Nullable String> locations) {
        var lined = new LinedText(locations);
        lined.put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        lined.write(root, true);
        return lined.text.append('\n').toString();
    }

    private void write(Element element, boolean outermost) {
        for (int target = LocatedXml.spot("", element).line(); line < target; ) {
            put("\n");
        }
        put("<" + element.getNodeName());
        boolean link = Xsd.isLink(element);
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            if (!link || !LOCATION.equals(element.getAttributes().item(i).getNodeName())) {
                attribute(element.getAttributes().item(i));
            }
        }
        var location = link ? locations.apply(element) : null;
        if (location != null) {
            put(" " + LOCATION + "=\"" + escaped(location) + "\"");
        }
        if (outermost) {
            surroundings(element);
        }
        if (element.getFirstChild() == null) {
            put("/>");
            return;
        }
        put(">");
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                write(inner, false);
            } else if (child instanceof Text chars && !chars.getData().isBlank()) {
                put(escaped(chars.getData()));
            }
        }
        put("</" + element.getNodeName() + ">");
    }

    /** A schema inside a WSDL uses the prefixes that are declared around it. */
    private void surroundings(Element element) {
        var declared = new java.util.HashSet<String>();
        for (Node around = element; around instanceof Element holder; around = around.getParentNode()) {
            for (int i = 0; i < holder.getAttributes().getLength(); i++) {
                var attribute = holder.getAttributes().item(i);
                if (XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())
                        && declared.add(attribute.getNodeName())
                        && holder != element) {
                    attribute(attribute);
                }
            }
        }
    }

    private void attribute(Node attribute) {
        put(" " + attribute.getNodeName() + "=\"" + escaped(attribute.getNodeValue()) + "\"");
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\t", "&#9;")
                .replace("\r", "&#13;");
    }

    private void put(String part) {
        text.append(part);
        line += (int) part.chars().filter(c -> c == '\n').count();
    }
}
