package org.onewindow.connectors.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Makes a sample of a message as JSON values. */
final class JsonSample {

    private final Function<Leaf, String> values;

    JsonSample(Function<Leaf, String> values) {
        this.values = values;
    }

    Object of(Node node, Presence presence) {
        if (!Facts.isRepeated(node)) {
            return single(node, presence);
        }
        var items = new ArrayList<Object>();
        for (int i = 0; i < presence.count(node); i++) {
            items.add(single(node, presence));
        }
        return items;
    }

    private Object single(Node node, Presence presence) {
        if (node instanceof Leaf leaf) {
            return JsonValues.of(leaf.type(), values.apply(leaf));
        }
        Map<String, Object> object = new LinkedHashMap<>();
        for (var child : ((Group) node).children()) {
            if (presence.has(child)) {
                object.put(name(child), of(child, presence));
            }
        }
        return object;
    }

    static String name(Node node) {
        return switch (node) {
            case Leaf leaf -> leaf.tag().name();
            case Group group -> group.tag().name();
            case OneOf _ -> throw new IllegalStateException("JSON has no choices");
        };
    }
}
