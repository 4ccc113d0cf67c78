package org.onewindow.connectors.draft;

import java.math.BigDecimal;

/** Texts as JSON values. */
final class JsonValues {

    private JsonValues() {}

    static Object of(TextType type, String text) {
        if (type.isTruth()) {
            return Boolean.valueOf(text);
        }
        if (type.isNumber()) {
            var number = new BigDecimal(text);
            return number.scale() <= 0 && number.precision() < 10 ? (Object) number.intValueExact() : number;
        }
        return text;
    }
}
