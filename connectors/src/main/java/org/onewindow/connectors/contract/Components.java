package org.onewindow.connectors.contract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.namespace.QName;
import org.w3c.dom.Element;

/** Everything that the schemas of a contract declare by name. */
public final class Components {

    private final Map<Kind, Map<QName, List<Declared>>> byKind = new EnumMap<>(Kind.class);
    private final List<SchemaUnit> units;

    private Components(List<SchemaUnit> units) {
        this.units = units;
    }

    /** A declaration and where it stands. */
    public record Declared(Element element, SchemaUnit unit) {}

    static Components of(List<SchemaUnit> units) {
        var components = new Components(units);
        for (var unit : units) {
            for (var child : Xsd.children(unit.schema())) {
                if (Xsd.is(child, "redefine") || Xsd.is(child, "override")) {
                    Xsd.children(child).forEach(inner -> components.add(unit, inner, true));
                } else {
                    components.add(unit, child, false);
                }
            }
        }
        return components;
    }

    private void add(SchemaUnit unit, Element child, boolean first) {
        var kind = Xsd.NS.equals(child.getNamespaceURI()) ? Kind.of(String.valueOf(child.getLocalName())) : null;
        if (kind != null && child.hasAttribute("name")) {
            var name = new QName(unit.namespace(), child.getAttribute("name").strip());
            var all = byKind.computeIfAbsent(kind, _ -> new LinkedHashMap<>())
                    .computeIfAbsent(name, _ -> new ArrayList<>());
            all.add(first ? 0 : all.size(), new Declared(child, unit));
        }
    }

    List<SchemaUnit> units() {
        return units;
    }

    public List<Declared> all(Kind kind, QName name) {
        return byKind.getOrDefault(kind, Map.of()).getOrDefault(name, List.of());
    }

    public Optional<Declared> find(Kind kind, QName name) {
        return all(kind, name).stream().findFirst();
    }

    public Optional<Declared> element(QName name) {
        return find(Kind.ELEMENT, name);
    }

    boolean has(Kind kind, QName name) {
        return !all(kind, name).isEmpty();
    }

    public Collection<QName> names(Kind kind) {
        return byKind.getOrDefault(kind, Map.of()).keySet();
    }

    /** The namespaces that declare a thing of this name. */
    Set<String> namespacesOf(Kind kind, String localName) {
        var namespaces = new LinkedHashSet<String>();
        for (var name : names(kind)) {
            if (name.getLocalPart().equals(localName)) {
                namespaces.add(name.getNamespaceURI());
            }
        }
        return namespaces;
    }

    Set<String> namespaces() {
        var namespaces = new LinkedHashSet<String>();
        units.forEach(unit -> namespaces.add(unit.namespace()));
        return namespaces;
    }
}
