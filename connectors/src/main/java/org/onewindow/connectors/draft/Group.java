package org.onewindow.connectors.draft;

import java.util.List;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/**
 * Something made of parts.
 *
 * @param text the character content beside the attributes; null: none
 * @param instanceOf the type to name with xsi:type, where the declared one is abstract; null: none
 */
record Group(
        Tag tag,
        Occurs occurs,
        boolean nillable,
        List<Leaf> attributes,
        List<Node> children,
        @Nullable Leaf text,
        @Nullable QName instanceOf)
        implements Node {}
