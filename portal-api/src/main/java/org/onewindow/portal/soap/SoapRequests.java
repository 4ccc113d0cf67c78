package org.onewindow.portal.soap;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.onewindow.portal.wire.Wire;
import org.w3c.dom.Element;

/** The canonical request as XML becomes the same as JSON; the schema has been checked before. */
final class SoapRequests {

    private SoapRequests() {}

    static ObjectNode canonical(Element request) {
        var canonical = new LinkedHashMap<String, Object>();
        canonical.put("matter", only(request, "matter").getTextContent().strip());
        canonical.put("applicant", party(only(request, "applicant")));
        canonical.put(
                "parties",
                children(request, "party").stream().map(SoapRequests::party).toList());
        children(request, "form").forEach(form -> canonical.put("form", group(form)));
        canonical.put(
                "materials",
                children(request, "material").stream()
                        .map(SoapRequests::attributes)
                        .toList());
        return Wire.object(canonical);
    }

    private static Map<String, Object> party(Element party) {
        var values = new LinkedHashMap<String, Object>(attributes(party));
        for (var child : children(party)) {
            values.put(
                    child.getLocalName(),
                    child.getLocalName().equals("address") ? texts(child) : child.getTextContent());
        }
        return values;
    }

    private static Map<String, Object> texts(Element parent) {
        var values = new LinkedHashMap<String, Object>();
        children(parent).forEach(child -> values.put(child.getLocalName(), child.getTextContent()));
        return values;
    }

    private static Map<String, Object> group(Element fields) {
        var values = new LinkedHashMap<String, Object>();
        children(fields).forEach(field -> values.put(field.getAttribute("name"), value(field)));
        return values;
    }

    private static Object value(Element field) {
        var text = field.getTextContent().strip();
        return switch (field.getLocalName()) {
            case "number" -> number(new BigDecimal(text));
            case "truth" -> text.equals("true") || text.equals("1");
            case "group" -> group(field);
            case "list" -> children(field).stream().map(SoapRequests::value).toList();
            default -> field.getTextContent();
        };
    }

    /** As JSON has it: what is whole is an integer, so that the request is the same as over HTTP. */
    private static Number number(BigDecimal decimal) {
        var bare = decimal.stripTrailingZeros();
        return bare.scale() <= 0 ? bare.toBigIntegerExact() : bare;
    }

    private static Map<String, Object> attributes(Element element) {
        var values = new LinkedHashMap<String, Object>();
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            var attribute = attributes.item(i);
            if (attribute.getNamespaceURI() == null) {
                values.put(attribute.getNodeName(), attribute.getNodeValue());
            }
        }
        return values;
    }

    static Element only(Element parent, String name) {
        return children(parent, name).getFirst();
    }

    private static List<Element> children(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> name.equals(child.getLocalName()))
                .toList();
    }

    private static List<Element> children(Element parent) {
        var children = new ArrayList<Element>();
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }
}
