package org.onewindow.connectors.contract;

import java.util.Map;

/** The kinds of named things in a schema; each has names of its own. */
public enum Kind {
    ELEMENT,
    TYPE,
    ATTRIBUTE,
    GROUP,
    ATTRIBUTE_GROUP;

    private static final Map<String, Kind> DECLARED = Map.of(
            "element", ELEMENT,
            "complexType", TYPE,
            "simpleType", TYPE,
            "attribute", ATTRIBUTE,
            "group", GROUP,
            "attributeGroup", ATTRIBUTE_GROUP);

    /** What an element of a schema declares; null: nothing with a name. */
    static @org.jspecify.annotations.Nullable Kind of(String localName) {
        return DECLARED.get(localName);
    }
}
