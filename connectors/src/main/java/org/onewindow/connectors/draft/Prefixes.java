package org.onewindow.connectors.draft;

import java.util.LinkedHashMap;
import java.util.Map;
import org.onewindow.connectors.xml.XmlText;

/** The prefixes of one document. */
final class Prefixes {

    static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    static final String ADDRESSING = "http://www.w3.org/2005/08/addressing";

    private final Map<String, String> byNamespace = new LinkedHashMap<>();

    static Prefixes of(String envelope, Iterable<Node> roots) {
        var prefixes = new Prefixes();
        if (!envelope.isEmpty()) {
            prefixes.byNamespace.put(envelope, "soap");
        }
        roots.forEach(prefixes::know);
        return prefixes;
    }

    Prefixes with(String prefix, String namespace) {
        byNamespace.putIfAbsent(namespace, prefix);
        return this;
    }

    private void know(Node node) {
        switch (node) {
            case Leaf leaf -> know(leaf.tag().namespace());
            case Group group -> {
                know(group.tag().namespace());
                group.attributes().forEach(this::know);
                group.children().forEach(this::know);
                if (group.instanceOf() != null) {
                    with("xsi", XSI);
                    know(group.instanceOf().getNamespaceURI());
                }
            }
            case OneOf oneOf -> oneOf.branches().forEach(branch -> branch.forEach(this::know));
        }
    }

    private void know(String namespace) {
        if (!namespace.isEmpty() && !byNamespace.containsKey(namespace)) {
            boolean xml = namespace.equals("http://www.w3.org/XML/1998/namespace");
            int number = (int) byNamespace.values().stream()
                    .filter(prefix -> prefix.matches("m\\d*"))
                    .count();
            byNamespace.put(namespace, xml ? "xml" : number == 0 ? "m" : "m" + (number + 1));
        }
    }

    String name(Tag tag) {
        return name(tag.namespace(), tag.name());
    }

    String name(String namespace, String local) {
        return namespace.isEmpty() ? local : byNamespace.get(namespace) + ":" + local;
    }

    String declarations() {
        var text = new StringBuilder();
        byNamespace.forEach((namespace, prefix) -> {
            if (!prefix.equals("xml")) {
                text.append(" xmlns:" + prefix + "=\"" + XmlText.escaped(namespace) + "\"");
            }
        });
        return text.toString();
    }
}
