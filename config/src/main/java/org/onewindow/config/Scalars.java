package org.onewindow.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.events.ScalarEvent;

/** What a plain scalar means: as in YAML 1.2, where {@code no}, {@code 010} and {@code 10:30} are texts. */
final class Scalars {

    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]{0,17})\\.[0-9]{1,18}");

    private Scalars() {}

    static JsonNode toJson(ScalarEvent event) {
        var text = event.getValue();
        var factory = JsonNodeFactory.instance;
        if (!event.isPlain()) {
            return factory.textNode(text);
        }
        return switch (text) {
            case "", "~", "null" -> factory.nullNode();
            case "true" -> factory.booleanNode(true);
            case "false" -> factory.booleanNode(false);
            default -> {
                if (WHOLE.matcher(text).matches()) {
                    yield factory.numberNode(Long.parseLong(text));
                }
                yield DECIMAL.matcher(text).matches()
                        ? factory.numberNode(new BigDecimal(text))
                        : factory.textNode(text);
            }
        };
    }
}
