package org.onewindow.connectors.draft;

/** Writes the facts of a reply mapping in JSONata. */
final class JsonataReply {

    private final Lines lines;
    private final Facts facts;
    private final boolean typed;

    JsonataReply(Lines lines, Facts facts, boolean typed) {
        this.lines = lines;
        this.facts = facts;
        this.typed = typed;
    }

    void entries(Group group, String body) {
        var all = facts.of(group);
        for (int i = 0; i < all.size(); i++) {
            entry(all.get(i), group, body, i == all.size() - 1 ? "" : ",");
        }
    }

    private void entry(Fact fact, Group group, String body, String comma) {
        boolean attribute = fact.node() instanceof Leaf leaf && leaf.tag().attribute();
        var name = fact.node() == group.text() ? "#text" : (attribute ? "@" : "") + local(JsonSample.name(fact.node()));
        var path = JsonataRequest.path(body, name);
        boolean repeated = Facts.isRepeated(fact.node());
        var key = CanonicalSample.quoted(fact.key());
        if (fact.node() instanceof Group inner) {
            lines.open(key + ": " + (repeated ? "[" + path + "." : fact.optional() ? "$exists(" + path + ") ? " : "")
                    + "{");
            entries(inner, repeated ? "" : path);
            lines.close("}" + (repeated ? "]" : "") + comma);
        } else {
            lines.line(
                    key + ": " + (repeated ? "[" + path + "]" : typed ? path : text((Leaf) fact.node(), path)) + comma);
        }
    }

    /** XStream's trees know names without prefixes. */
    private String local(String name) {
        return typed ? name : name.substring(name.indexOf(':') + 1);
    }

    private static String text(Leaf leaf, String path) {
        return leaf.type().isTruth()
                ? path + " = \"true\""
                : leaf.type().isSmallNumber() ? "$number(" + path + ")" : path;
    }
}
