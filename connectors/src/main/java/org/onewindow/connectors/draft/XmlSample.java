package org.onewindow.connectors.draft;

import java.util.function.Function;
import javax.xml.namespace.QName;
import org.onewindow.connectors.xml.XmlText;

/** Writes a sample of a message as XML. */
final class XmlSample {

    private final Lines lines;
    private final Prefixes prefixes;
    private final Function<Leaf, String> values;

    XmlSample(Lines lines, Prefixes prefixes, Function<Leaf, String> values) {
        this.lines = lines;
        this.prefixes = prefixes;
        this.values = values;
    }

    /** @param declarations of namespaces, for a root that no envelope surrounds */
    void write(Node node, Presence presence, String declarations) {
        if (!presence.has(node)) {
            return;
        }
        for (int i = 0; i < presence.count(node); i++) {
            switch (node) {
                case Leaf leaf -> {
                    var name = prefixes.name(leaf.tag());
                    lines.line(
                            "<" + name + declarations + ">" + XmlText.escaped(values.apply(leaf)) + "</" + name + ">");
                }
                case Group group -> group(group, presence, declarations);
                case OneOf oneOf -> {
                    var branch = presence.branch(oneOf);
                    branch.nodes().forEach(each -> write(each, branch.presence(), ""));
                }
            }
        }
    }

    private void group(Group group, Presence presence, String declarations) {
        var name = prefixes.name(group.tag());
        var start = new StringBuilder("<" + name + declarations);
        QName instanceOf = group.instanceOf();
        if (instanceOf != null) {
            start.append(
                    " xsi:type=\"" + prefixes.name(instanceOf.getNamespaceURI(), instanceOf.getLocalPart()) + "\"");
        }
        for (var attribute : group.attributes()) {
            if (presence.has(attribute)) {
                start.append(
                        " " + prefixes.name(attribute.tag()) + "=\"" + XmlText.escaped(values.apply(attribute)) + "\"");
            }
        }
        if (group.text() != null) {
            lines.line(start + ">" + XmlText.escaped(values.apply(group.text())) + "</" + name + ">");
        } else if (group.children().stream().noneMatch(presence::has)) {
            lines.line(start + "/>");
        } else {
            lines.open(start + ">");
            group.children().forEach(child -> write(child, presence, ""));
            lines.close("</" + name + ">");
        }
    }
}
