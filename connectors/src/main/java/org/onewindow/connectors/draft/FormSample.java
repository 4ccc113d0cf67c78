package org.onewindow.connectors.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** Fills in the form of a sample request. */
final class FormSample {

    private final Forms forms;
    private final boolean typed;

    /** @param typed whether numbers and truths are told as such, as JSON wants them */
    FormSample(Forms forms, boolean typed) {
        this.forms = forms;
        this.typed = typed;
    }

    /** Puts what the form must say of a node into it. */
    void fill(Map<String, Object> form, Node node, Presence presence) {
        if (!presence.has(node) || !forms.depends(node)) {
            return;
        }
        switch (node) {
            case Leaf leaf -> {
                if (forms.of(leaf) instanceof Origin.Form origin) {
                    var value = value(leaf, origin.sample());
                    form.put(origin.key(), leaf.occurs().isRepeated() ? repeated(value, presence.count(leaf)) : value);
                }
            }
            case Group group -> {
                var key = group.tag().key();
                if (group.occurs().isRepeated()) {
                    var items = new ArrayList<Object>();
                    for (int i = 0; i < presence.count(group); i++) {
                        items.add(inner(group, presence));
                    }
                    form.put(key, items);
                } else {
                    form.put(key, inner(group, presence));
                }
            }
            case OneOf oneOf -> {
                var branch = presence.branch(oneOf);
                branch.nodes().forEach(each -> fill(form, each, branch.presence()));
            }
        }
    }

    /** What stands inside a group. */
    Map<String, Object> inner(Group group, Presence presence) {
        var inner = new LinkedHashMap<String, Object>();
        group.attributes().forEach(attribute -> fill(inner, attribute, presence));
        group.children().forEach(child -> fill(inner, child, presence));
        if (group.text() != null) {
            fill(inner, group.text(), presence);
        }
        return inner;
    }

    private static Object repeated(Object value, int count) {
        var items = new ArrayList<Object>();
        for (int i = 0; i < count; i++) {
            items.add(value);
        }
        return items;
    }

    private Object value(Leaf leaf, String text) {
        return typed ? JsonValues.of(leaf.type(), text) : text;
    }
}
