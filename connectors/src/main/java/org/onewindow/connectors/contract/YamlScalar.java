package org.onewindow.connectors.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Scalars as JSON has them; dates stay texts. */
final class YamlScalar {

    private YamlScalar() {}

    static @Nullable Object value(ScalarNode scalar) {
        var text = scalar.getValue();
        if (scalar.getTag().equals(Tag.NULL)) {
            return null;
        }
        if (scalar.getTag().equals(Tag.BOOL)) {
            return List.of("true", "yes", "on").contains(text.toLowerCase(java.util.Locale.ROOT));
        }
        if (scalar.getTag().equals(Tag.INT) && text.matches("-?\\d{1,18}")) {
            return Long.valueOf(text);
        }
        if (scalar.getTag().equals(Tag.FLOAT) && text.matches("-?\\d+(\\.\\d+)?([eE][+-]?\\d{1,3})?")) {
            return new java.math.BigDecimal(text);
        }
        return text;
    }
}
