package org.onewindow.connectors.draft;

import java.math.BigDecimal;
import java.util.ArrayList;
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
                    minLength = Facets.number(value, minLength);
                    maxLength = Facets.number(value, maxLength);
                }
                case "minLength" -> minLength = Facets.number(value, minLength);
                case "maxLength" -> maxLength = Facets.number(value, maxLength);
                case "minInclusive" -> least = Facets.bound(value, BigDecimal.ZERO, least);
                case "maxInclusive" -> most = Facets.bound(value, BigDecimal.ZERO, most);
                case "minExclusive" -> least = Facets.bound(value, BigDecimal.ONE, least);
                case "maxExclusive" -> most = Facets.bound(value, BigDecimal.ONE.negate(), most);
                case "fractionDigits" -> decimals = Facets.number(value, 0);
                default -> {}
            }
        }
        return new TextType(
                base.base(),
                values.isEmpty() ? base.values() : values,
                patterns.isEmpty() ? base.patterns() : Facets.oneOf(patterns, base.patterns()),
                minLength,
                maxLength,
                least,
                most,
                decimals,
                base.fixed(),
                base.example());
    }
}
