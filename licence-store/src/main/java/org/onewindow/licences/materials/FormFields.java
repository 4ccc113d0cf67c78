package org.onewindow.licences.materials;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The fields of a form that somebody fills in: each text, number or tick, by its place as a JSON Pointer. */
final class FormFields {

    private final Map<String, String> fields = new TreeMap<>();

    private FormFields() {}

    static Map<String, String> of(Map<String, Object> form) {
        var found = new FormFields();
        found.add("", form);
        return found.fields;
    }

    private void add(String place, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Map<?, ?> map -> map.forEach((name, one) -> add(place + '/' + escaped(name), one));
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    add(place + '/' + i, list.get(i));
                }
            }
            case Number number -> fields.put(place, plain(number));
            default -> fields.put(place, value.toString());
        }
    }

    /** RFC 6901: a slash in a name is no step. */
    private static String escaped(Object name) {
        return name.toString().replace("~", "~0").replace("/", "~1");
    }

    /** 12.50 is 12.5, whoever wrote it. */
    private static String plain(Number number) {
        return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
    }
}
