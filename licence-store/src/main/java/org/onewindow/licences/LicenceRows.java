package org.onewindow.licences;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The JSON columns of a licence, both ways. */
final class LicenceRows {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final TypeReference<List<Holder>> HOLDERS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};

    private LicenceRows() {}

    static Licence licence(ResultSet row, int index) throws SQLException {
        try {
            return new Licence(
                    row.getString("id"),
                    row.getString("type"),
                    row.getString("number"),
                    JSON.readValue(row.getString("holders"), HOLDERS),
                    JSON.readValue(row.getString("data"), DATA),
                    row.getObject("issued_on", LocalDate.class),
                    Licence.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("licence " + row.getString("id") + " cannot be read", broken);
        }
    }

    static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("holders and data of a licence are JSON values", impossible);
        }
    }
}
