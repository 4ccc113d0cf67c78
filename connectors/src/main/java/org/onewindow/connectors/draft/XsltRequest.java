package org.onewindow.connectors.draft;

import java.util.List;
import java.util.stream.Stream;

/** Writes the message of a request mapping: the message itself with holes in it. */
final class XsltRequest {

    private final Lines lines;
    private final Prefixes prefixes;
    private final Forms forms;
    private final XsltPlaces places;

    XsltRequest(Lines lines, Prefixes prefixes, Forms forms) {
        this.lines = lines;
        this.prefixes = prefixes;
        this.forms = forms;
        this.places = new XsltPlaces(forms);
    }

    /** @param form the map that holds the fields of this level, such as {@code $request?form}; empty: the item of a loop */
    void write(Node node, String form) {
        switch (node) {
            case Leaf leaf -> leaf(leaf, form);
            case Group group -> group(group, form);
            case OneOf oneOf -> oneOf(oneOf, form);
        }
    }

    private void leaf(Leaf leaf, String form) {
        var name = prefixes.name(leaf.tag());
        var origin = forms.of(leaf);
        remark(leaf);
        if (origin instanceof Origin.Form asked && leaf.occurs().isRepeated()) {
            lines.open("<xsl:for-each select=\"" + form + "?" + asked.key() + "?*\">");
            lines.line("<" + name + ">{.}</" + name + ">");
            lines.close("</xsl:for-each>");
            return;
        }
        var element = "<" + name + ">" + places.hole(leaf, form) + "</" + name + ">";
        if (leaf.occurs().isOptional() && !(origin instanceof Origin.Fixed)) {
            lines.line("<xsl:if test=\"exists(" + places.place(leaf, form) + ")\">" + element + "</xsl:if>");
        } else {
            lines.line(element);
        }
    }

    private void group(Group group, String form) {
        boolean asked = forms.depends(group);
        var key = form + "?" + group.tag().key();
        if (!asked && group.occurs().isOptional() && group.leaves().isEmpty()) {
            return;
        }
        if (asked && group.occurs().isRepeated()) {
            lines.open("<xsl:for-each select=\"" + key + "?*\">");
            element(group, "");
            lines.close("</xsl:for-each>");
        } else if (asked && group.occurs().isOptional()) {
            lines.open("<xsl:if test=\"exists(" + key + ")\">");
            element(group, key);
            lines.close("</xsl:if>");
        } else {
            element(group, key);
        }
    }

    void element(Group group, String form) {
        var name = prefixes.name(group.tag());
        group.attributes().forEach(this::remark);
        var start = new StringBuilder("<" + name);
        if (group.instanceOf() != null) {
            start.append(" xsi:type=\""
                    + prefixes.name(
                            group.instanceOf().getNamespaceURI(),
                            group.instanceOf().getLocalPart()) + "\"");
        }
        group.attributes().stream()
                .filter(attribute -> !isConditional(attribute))
                .forEach(attribute -> start.append(
                        " " + prefixes.name(attribute.tag()) + "=\"" + places.hole(attribute, form) + "\""));
        var conditional =
                group.attributes().stream().filter(this::isConditional).toList();
        if (group.children().isEmpty() && conditional.isEmpty()) {
            lines.line(
                    start + (group.text() == null ? "/>" : ">" + places.hole(group.text(), form) + "</" + name + ">"));
            return;
        }
        lines.open(start + ">");
        for (var attribute : conditional) {
            lines.line("<xsl:if test=\"exists(" + places.place(attribute, form) + ")\"><xsl:attribute name=\""
                    + prefixes.name(attribute.tag()) + "\">" + places.hole(attribute, form)
                    + "</xsl:attribute></xsl:if>");
        }
        if (group.text() != null) {
            lines.line("<xsl:value-of select=\"" + places.place(group.text(), form) + "\"/>");
        }
        group.children().forEach(child -> write(child, form));
        lines.close("</" + name + ">");
    }

    private boolean isConditional(Leaf attribute) {
        return attribute.occurs().isOptional() && !(forms.of(attribute) instanceof Origin.Fixed);
    }

    private void oneOf(OneOf oneOf, String form) {
        var asked = oneOf.branches().stream().filter(forms::decides).toList();
        var otherwise = forms.otherwise(oneOf);
        if (asked.isEmpty()) {
            otherwise.forEach(node -> write(node, form));
            return;
        }
        lines.open("<xsl:choose>");
        for (var branch : asked) {
            var tests = branch.stream().flatMap(node -> tests(node, form)).toList();
            lines.open("<xsl:when test=\"exists((" + String.join(", ", tests) + "))\">");
            branch.forEach(node -> write(node, form));
            lines.close("</xsl:when>");
        }
        if (!otherwise.isEmpty()) {
            lines.open("<xsl:otherwise>");
            otherwise.forEach(node -> write(node, form));
            lines.close("</xsl:otherwise>");
        }
        lines.close("</xsl:choose>");
    }

    private Stream<String> tests(Node node, String form) {
        return switch (node) {
            case Leaf leaf -> forms.depends(leaf) ? Stream.of(places.place(leaf, form)) : Stream.empty();
            case Group group ->
                forms.depends(group) ? Stream.of(form + "?" + group.tag().key()) : Stream.empty();
            case OneOf oneOf -> oneOf.branches().stream().flatMap(List::stream).flatMap(each -> tests(each, form));
        };
    }

    private void remark(Leaf leaf) {
        if (forms.of(leaf) instanceof Origin.Form asked && !asked.byName()) {
            lines.line("<!-- TODO " + Todo.of(leaf, asked.key()).replace("--", "- -") + " -->");
        }
    }
}
