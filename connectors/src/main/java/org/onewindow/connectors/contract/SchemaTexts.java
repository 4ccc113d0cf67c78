package org.onewindow.connectors.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.connectors.xml.XmlText;
import org.w3c.dom.Element;

/**
 * The schemas of a contract as texts with addresses of their own, so that a compiler gets each namespace whole and nothing else.
 *
 * <p>Contracts spread a namespace over several schemas, which compilers take for one and drop the rest: here every namespace is one schema
 * that includes its parts, and every import leads to that one.
 */
final class SchemaTexts {

    static final String SCHEME = "unit";
    static final String ALL = SCHEME + ":/all.xsd";

    private final Examination examination;
    private final List<SchemaUnit> units;
    private final List<RpcWrapper> wrappers;
    private final List<String> namespaces = new ArrayList<>();
    private final Map<String, String> texts = new LinkedHashMap<>();

    private SchemaTexts(Examination examination, List<SchemaUnit> units, List<RpcWrapper> wrappers) {
        this.examination = examination;
        this.units = units;
        this.wrappers = wrappers;
    }

    static SchemaTexts of(Examination examination, List<SchemaUnit> units, List<RpcWrapper> wrappers) {
        var texts = new SchemaTexts(examination, units, wrappers);
        texts.write();
        return texts;
    }

    @Nullable
    String text(String address) {
        return texts.get(address);
    }

    /** The unit that an address means. */
    Optional<SchemaUnit> unit(@Nullable String address) {
        return units.stream()
                .filter(unit -> address(unit.number()).equals(address))
                .findFirst();
    }

    private void write() {
        units.forEach(unit -> know(unit.namespace()));
        wrappers.forEach(wrapper -> know(wrapper.namespace()));
        units.forEach(
                unit -> texts.put(address(unit.number()), LinedText.of(unit.schema(), link -> location(unit, link))));
        for (int i = 0; i < wrappers.size(); i++) {
            texts.put(wrapperAddress(i), wrappers.get(i).schema(this::ofNamespace));
        }
        for (var namespace : namespaces) {
            texts.put(ofNamespace(namespace), bundle(namespace));
        }
        var all = new StringBuilder("<xs:schema xmlns:xs=\"" + Xsd.NS + "\" targetNamespace=\"urn:onewindow:all\">");
        for (var namespace : namespaces) {
            all.append("<xs:import");
            if (!namespace.isEmpty()) {
                all.append(" namespace=\"").append(XmlText.escaped(namespace)).append('"');
            }
            all.append(" schemaLocation=\"").append(ofNamespace(namespace)).append("\"/>");
        }
        texts.put(ALL, all.append("</xs:schema>").toString());
    }

    private void know(String namespace) {
        if (!namespaces.contains(namespace)) {
            namespaces.add(namespace);
        }
    }

    private String bundle(String namespace) {
        var bundle = new StringBuilder("<xs:schema xmlns:xs=\"" + Xsd.NS + "\"");
        if (!namespace.isEmpty()) {
            bundle.append(" targetNamespace=\"")
                    .append(XmlText.escaped(namespace))
                    .append('"');
        }
        bundle.append('>');
        for (var unit : units) {
            if (unit.namespace().equals(namespace) && !unit.redefined()) {
                bundle.append("<xs:include schemaLocation=\"")
                        .append(address(unit.number()))
                        .append("\"/>");
            }
        }
        for (int i = 0; i < wrappers.size(); i++) {
            if (wrappers.get(i).namespace().equals(namespace)) {
                bundle.append("<xs:include schemaLocation=\"")
                        .append(wrapperAddress(i))
                        .append("\"/>");
            }
        }
        return bundle.append("</xs:schema>").toString();
    }

    private @Nullable String location(SchemaUnit from, Element link) {
        if (link.getLocalName().equals("import")) {
            var namespace = link.getAttribute("namespace");
            return namespaces.contains(namespace) ? ofNamespace(namespace) : null;
        }
        var path = SchemaUnit.target(examination, from.file(), link);
        return units.stream()
                .filter(unit ->
                        unit.file().path().equals(path) && unit.namespace().equals(from.namespace()))
                .findFirst()
                .map(unit -> address(unit.number()))
                .orElse(null);
    }

    private String ofNamespace(String namespace) {
        return SCHEME + ":/ns-" + namespaces.indexOf(namespace) + ".xsd";
    }

    private static String address(int number) {
        return SCHEME + ":/" + number + ".xsd";
    }

    private static String wrapperAddress(int number) {
        return SCHEME + ":/rpc-" + number + ".xsd";
    }
}
