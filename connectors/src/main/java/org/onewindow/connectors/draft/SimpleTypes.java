package org.onewindow.connectors.draft;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.onewindow.connectors.contract.Builtins;
import org.onewindow.connectors.contract.Components;
import org.onewindow.connectors.contract.Components.Declared;
import org.onewindow.connectors.contract.Kind;
import org.onewindow.connectors.contract.SchemaUnit;
import org.onewindow.connectors.contract.Xsd;
import org.w3c.dom.Element;

/** What simple types allow: restrictions heaped up, of a list one item, of a union its first member. */
final class SimpleTypes {

    private static final int LONGEST_LINEAGE = 30;

    private final Components components;
    private int lineage;

    SimpleTypes(Components components) {
        this.components = components;
    }

    TextType of(QName name) {
        var declared = components.find(Kind.TYPE, name);
        if (declared.isPresent()) {
            return Xsd.is(declared.get().element(), "simpleType") ? of(declared.get()) : TextType.of("string");
        }
        return TextType.of(Builtins.has(name.getLocalPart()) ? name.getLocalPart() : "string");
    }

    TextType of(Declared type) {
        if (lineage++ > LONGEST_LINEAGE) {
            lineage = 0;
            throw new Endless(type.element().getAttribute("name"));
        }
        try {
            for (var child : Xsd.children(type.element())) {
                switch (String.valueOf(child.getLocalName())) {
                    case "restriction" -> {
                        return restricted(child, base(child, "base", type.unit()), type.unit());
                    }
                    case "list" -> {
                        return base(child, "itemType", type.unit());
                    }
                    case "union" -> {
                        return base(child, "memberTypes", type.unit());
                    }
                    default -> {}
                }
            }
            return TextType.of("string");
        } finally {
            lineage--;
        }
    }

    private TextType base(Element derivation, String attribute, SchemaUnit unit) {
        var names = Xsd.attribute(derivation, attribute);
        if (names != null && !names.isEmpty()) {
            return of(SchemaWalk.nameOf(derivation, names.split("\\s+", 2)[0], unit));
        }
        return Xsd.children(derivation, Xsd.NS, "simpleType").stream()
                .findFirst()
                .map(inline -> of(new Declared(inline, unit)))
                .orElse(TextType.of("string"));
    }

    TextType restricted(Element restriction, TextType base, SchemaUnit unit) {
        var values = new ArrayList<String>();
        var patterns = new ArrayList<String>();
        int minLength = base.minLength();
        int maxLength = base.maxLength();
        @Nullable BigDecimal least = base.least();
        @Nullable BigDecimal most = base.most();
        var decimals = base.decimals();
        for (var facet : Xsd.children(restriction)) {
            var value = facet.getAttribute("value");
            switch (String.valueOf(facet.getLocalName())) {
                case "enumeration" -> values.add(value);
                case "pattern" -> patterns.add(value);
                case "length" -> {
                    minLength = number(value, minLength);
                    maxLength = number(value, maxLength);
                }
                case "minLength" -> minLength = number(value, minLength);
                case "maxLength" -> maxLength = number(value, maxLength);
                case "minInclusive" -> least = bound(value, BigDecimal.ZERO, least);
                case "maxInclusive" -> most = bound(value, BigDecimal.ZERO, most);
                case "minExclusive" -> least = bound(value, BigDecimal.ONE, least);
                case "maxExclusive" -> most = bound(value, BigDecimal.ONE.negate(), most);
                case "fractionDigits" -> decimals = number(value, 0);
                default -> {}
            }
        }
        return new TextType(
                base.base(),
                values.isEmpty() ? base.values() : values,
                patterns.isEmpty() ? base.patterns() : oneOf(patterns, base.patterns()),
                minLength,
                maxLength,
                least,
                most,
                decimals,
                base.fixed(),
                base.example());
    }

    /** Several patterns of one restriction are alternatives; those of its base hold as well. */
    private static List<String> oneOf(List<String> alternatives, List<String> base) {
        var all = new ArrayList<>(base);
        all.addFirst(alternatives.size() == 1 ? alternatives.getFirst() : "(" + String.join("|", alternatives) + ")");
        return all;
    }

    private static int number(String text, int otherwise) {
        return text.strip().matches("\\d{1,9}") ? Integer.parseInt(text.strip()) : otherwise;
    }

    private static @Nullable BigDecimal bound(String text, BigDecimal step, @Nullable BigDecimal otherwise) {
        try {
            return new BigDecimal(text.strip()).add(step);
        } catch (NumberFormatException dateOrTime) {
            return otherwise;
        }
    }
}
