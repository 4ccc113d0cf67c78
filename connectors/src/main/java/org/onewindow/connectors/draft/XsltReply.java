package org.onewindow.connectors.draft;

/** Writes the facts of a reply mapping: every part of the answer under its name. */
final class XsltReply {

    private final Lines lines;
    private final Prefixes prefixes;
    private final Facts facts;
    private int variables;

    XsltReply(Lines lines, Prefixes prefixes, Facts facts) {
        this.lines = lines;
        this.prefixes = prefixes;
        this.facts = facts;
    }

    /** The entries of a map for a group that is the context node. */
    void entries(Group group) {
        var all = facts.of(group);
        if (all.isEmpty()) {
            lines.line("<!-- the answer says nothing but that it was done -->");
        }
        for (var fact : all) {
            var select = fact.node() == group.text() ? "." : select(fact.node());
            if (Facts.isRepeated(fact.node())) {
                repeated(fact, select);
            } else if (fact.optional()) {
                lines.open("<xsl:if test=\"" + select + nil(fact.node()) + "\">");
                single(fact, select);
                lines.close("</xsl:if>");
            } else {
                single(fact, select);
            }
        }
    }

    private void single(Fact fact, String select) {
        if (fact.node() instanceof Group group) {
            lines.open("<xsl:map-entry key=\"'" + fact.key() + "'\">");
            map(group, select);
            lines.close("</xsl:map-entry>");
        } else {
            lines.line("<xsl:map-entry key=\"'" + fact.key() + "'\" select=\"" + value((Leaf) fact.node(), select)
                    + "\"/>");
        }
    }

    private void map(Group group, String select) {
        lines.open("<xsl:for-each select=\"" + select + "\">");
        lines.open("<xsl:map>");
        entries(group);
        lines.close("</xsl:map>");
        lines.close("</xsl:for-each>");
    }

    private void repeated(Fact fact, String select) {
        if (fact.node() instanceof Group group) {
            var variable = "items-" + ++variables;
            lines.open("<xsl:variable name=\"" + variable + "\" as=\"map(*)*\">");
            map(group, select);
            lines.close("</xsl:variable>");
            lines.line("<xsl:map-entry key=\"'" + fact.key() + "'\" select=\"array{$" + variable + "}\"/>");
        } else {
            lines.line("<xsl:map-entry key=\"'" + fact.key() + "'\" select=\"array{" + select + " ! "
                    + value((Leaf) fact.node(), ".") + "}\"/>");
        }
    }

    String select(Node node) {
        return switch (node) {
            case Leaf leaf -> (leaf.tag().attribute() ? "@" : "") + prefixes.name(leaf.tag());
            case Group group -> prefixes.name(group.tag());
            case OneOf _ -> ".";
        };
    }

    private static String nil(Node node) {
        boolean nillable =
                (node instanceof Leaf leaf && leaf.nillable()) || (node instanceof Group group && group.nillable());
        return nillable ? "[not(@xsi:nil = ('true', '1'))]" : "";
    }

    private static String value(Leaf leaf, String select) {
        var type = leaf.type().isSmallNumber() ? "xs:integer" : leaf.type().isTruth() ? "xs:boolean" : "string";
        return type + "(" + select + ")";
    }
}
