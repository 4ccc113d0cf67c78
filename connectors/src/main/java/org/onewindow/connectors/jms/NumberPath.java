package org.onewindow.connectors.jms;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The number at a path of element names; nothing is evaluated. */
final class NumberPath {

    private static final int LONGEST = 200;

    private NumberPath() {}

    /** Empty where the path leads to no single short text. */
    static String in(Map<String, ?> tree, String path) {
        @Nullable Object at = tree;
        for (var name : path.substring(1).split("/", -1)) {
            at = at instanceof Map<?, ?> node ? node.get(name) : null;
        }
        var value = at instanceof Map<?, ?> node ? node.get("#text") : at;
        return value instanceof String text && text.length() <= LONGEST ? text.strip() : "";
    }
}
