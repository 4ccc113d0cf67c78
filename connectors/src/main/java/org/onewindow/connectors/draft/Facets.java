package org.onewindow.connectors.draft;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the facets of simple types say. */
final class Facets {

    private Facets() {}

    /** Several patterns of one restriction are alternatives; those of its base hold as well. */
    static List<String> oneOf(List<String> alternatives, List<String> base) {
        var all = new ArrayList<>(base);
        all.addFirst(alternatives.size() == 1 ? alternatives.getFirst() : "(" + String.join("|", alternatives) + ")");
        return all;
    }

    static int number(String text, int otherwise) {
        return text.strip().matches("\\d{1,9}") ? Integer.parseInt(text.strip()) : otherwise;
    }

    static @Nullable BigDecimal bound(String text, BigDecimal step, @Nullable BigDecimal otherwise) {
        try {
            return new BigDecimal(text.strip()).add(step);
        } catch (NumberFormatException dateOrTime) {
            return otherwise;
        }
    }
}
