package org.onewindow.connectors.draft;

/** What a person has to decide about a field, in a comment. */
final class Todo {

    private static final int MOST_VALUES = 8;

    private Todo() {}

    static String of(Leaf leaf, String key) {
        var type = leaf.type();
        var words = new StringBuilder(leaf.tag().name() + ": form." + key + " is a guess by name");
        if (type.base().equals("base64Binary")) {
            words.append("; bytes of a material: hub:content($request?materials?*[?type = '…'])");
        } else if (!type.values().isEmpty()) {
            words.append("; one of "
                    + String.join(
                            ", ", type.values().stream().limit(MOST_VALUES).toList()));
            words.append(type.values().size() > MOST_VALUES ? ", …" : "");
        } else if (!type.base().equals("string")) {
            words.append("; " + type.base());
        }
        if (!type.patterns().isEmpty()) {
            words.append("; pattern " + type.patterns().getFirst());
        }
        if (type.maxLength() < Integer.MAX_VALUE) {
            words.append("; at most " + type.maxLength() + " characters");
        }
        return words.toString();
    }
}
