package org.onewindow.licences.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import org.onewindow.config.LicenceType;
import org.onewindow.licences.Licence;

/** Puts on a sheet what stands on a licence: the fields of its type in their order, under the titles that its schema gives them. */
public final class LicenceSheets {

    private static final ObjectMapper JSON = new ObjectMapper();

    private LicenceSheets() {}

    public static Sheet of(Licence licence, LicenceType type) {
        var rows = new ArrayList<Sheet.Row>();
        schema(type).path("properties").properties().forEach(field -> {
            var value = licence.data().get(field.getKey());
            if (value != null && !(value instanceof Map) && !(value instanceof Collection)) {
                rows.add(new Sheet.Row(field.getValue().path("title").asText(field.getKey()), value.toString()));
            }
        });
        var identifier = licence.identifier();
        return new Sheet(
                type.name().zhCN(),
                identifier == null ? licence.number() : identifier,
                type.issuer().name().zhCN(),
                rows.subList(0, Math.min(rows.size(), Sheet.MOST_ROWS)),
                null);
    }

    private static JsonNode schema(LicenceType type) {
        try {
            return JSON.readTree(type.fieldSchema());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the schema was read when the tree was", impossible);
        }
    }
}
