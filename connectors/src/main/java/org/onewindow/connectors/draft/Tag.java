package org.onewindow.connectors.draft;

import java.util.Locale;
import javax.xml.namespace.QName;

/**
 * A name in a message.
 *
 * @param namespace empty: none
 */
record Tag(String namespace, String name, boolean attribute) {

    static Tag of(QName name) {
        return new Tag(name.getNamespaceURI(), name.getLocalPart(), false);
    }

    static Tag plain(String name) {
        return new Tag("", name, false);
    }

    /** How forms and facts call it: in camel case, letters and digits only. */
    String key() {
        var key = new StringBuilder();
        boolean raise = false;
        for (int c : name.codePoints().toArray()) {
            if (!Character.isLetterOrDigit(c)) {
                raise = !key.isEmpty();
            } else {
                key.appendCodePoint(raise ? Character.toUpperCase(c) : c);
                raise = false;
            }
        }
        var text = key.toString();
        boolean allCapitals = text.equals(text.toUpperCase(Locale.ROOT));
        var first = allCapitals
                ? text.toLowerCase(Locale.ROOT)
                : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
        return Character.isDigit(first.charAt(0)) ? "n" + first : first;
    }
}
