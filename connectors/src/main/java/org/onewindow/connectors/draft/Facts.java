package org.onewindow.connectors.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an answer's parts are called as facts: every name once at its level. */
final class Facts {

    private final Origins origins;

    Facts(Origins origins) {
        this.origins = origins;
    }

    List<Fact> of(Group group) {
        var facts = new ArrayList<Fact>();
        var keys = new LinkedHashSet<String>();
        group.attributes().forEach(attribute -> add(facts, keys, attribute, false));
        group.children().forEach(child -> add(facts, keys, child, false));
        if (group.text() != null) {
            add(facts, keys, group.text(), false);
        }
        return facts;
    }

    private void add(List<Fact> facts, Set<String> keys, Node node, boolean chosen) {
        switch (node) {
            case Leaf leaf -> {
                var named = origins.fact(leaf.tag());
                var key = keys.contains(named) ? leaf.tag().key() : named;
                if (keys.add(key)) {
                    facts.add(new Fact(key, leaf, chosen || leaf.occurs().isOptional() || leaf.nillable()));
                }
            }
            case Group group -> {
                if (keys.add(group.tag().key())) {
                    facts.add(new Fact(
                            group.tag().key(), group, chosen || group.occurs().isOptional() || group.nillable()));
                }
            }
            case OneOf oneOf ->
                oneOf.branches().forEach(branch -> branch.forEach(each -> add(facts, keys, each, true)));
        }
    }

    /** The facts of a sample answer. */
    Map<String, Object> sample(Group group, Presence presence, boolean typed) {
        var there = new LinkedHashSet<Node>();
        group.children().forEach(child -> present(there, child, presence));
        var values = new LinkedHashMap<String, Object>();
        for (var fact : of(group)) {
            boolean isThere = (fact.node() instanceof Leaf leaf && leaf.tag().attribute())
                    ? presence.has(fact.node())
                    : (fact.node() == group.text() || containsSame(there, fact.node()));
            boolean repeated = isRepeated(fact.node());
            if (isThere || repeated) {
                values.put(
                        fact.key(),
                        repeated ? items(fact.node(), isThere, presence, typed) : value(fact.node(), presence, typed));
            }
        }
        return values;
    }

    private static boolean containsSame(Set<Node> nodes, Node node) {
        return nodes.stream().anyMatch(each -> each == node);
    }

    private static void present(Set<Node> there, Node node, Presence presence) {
        if (presence.has(node)) {
            if (node instanceof OneOf oneOf) {
                var branch = presence.branch(oneOf);
                branch.nodes().forEach(each -> present(there, each, branch.presence()));
            } else {
                there.add(node);
            }
        }
    }

    static boolean isRepeated(Node node) {
        return switch (node) {
            case Leaf leaf -> leaf.occurs().isRepeated();
            case Group group -> group.occurs().isRepeated();
            case OneOf _ -> false;
        };
    }

    private List<Object> items(Node node, boolean isThere, Presence presence, boolean typed) {
        var items = new ArrayList<Object>();
        for (int i = 0; isThere && i < presence.count(node); i++) {
            items.add(value(node, presence, typed));
        }
        return items;
    }

    private Object value(Node node, Presence presence, boolean typed) {
        if (node instanceof Group group) {
            return sample(group, presence, typed);
        }
        var leaf = (Leaf) node;
        var text = origins.answer(leaf);
        boolean asNumber = typed ? leaf.type().isNumber() : leaf.type().isSmallNumber();
        return asNumber || leaf.type().isTruth() ? JsonValues.of(leaf.type(), text) : text;
    }
}
