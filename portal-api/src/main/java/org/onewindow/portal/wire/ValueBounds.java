package org.onewindow.portal.wire;

import com.fasterxml.jackson.databind.JsonNode;
import org.onewindow.portal.problem.FieldError;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;

/** Refuses numbers that are short to write and endless to reckon with, such as {@code 1e999999999}, and the character that no database takes. */
final class ValueBounds {

    private static final int DIGITS_MAX = 40;

    private ValueBounds() {}

    static void check(JsonNode node, String pointer) {
        if (node.isBigDecimal()) {
            var number = node.decimalValue();
            if (Math.abs((long) number.scale()) > DIGITS_MAX || number.precision() > DIGITS_MAX) {
                throw new Refusal(ProblemCode.REQUEST_MALFORMED, FieldError.of(pointer, "out-of-bounds"));
            }
        }
        if (node.isTextual() && node.textValue().indexOf('\0') >= 0) {
            throw new Refusal(ProblemCode.REQUEST_MALFORMED, FieldError.of(pointer, "out-of-bounds"));
        }
        node.properties().forEach(field -> check(field.getValue(), pointer + "/" + escaped(field.getKey())));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            check(node.get(i), pointer + "/" + i);
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
