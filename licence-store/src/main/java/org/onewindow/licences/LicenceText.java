package org.onewindow.licences;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What stands on a licence, as the bytes that are sealed: JSON. */
record LicenceText(String number, String identifier, List<Holder> holders, Map<String, Object> data) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    static String label(String id, int version) {
        return "licence/" + id + '/' + version;
    }

    byte[] bytes() {
        return text(this).getBytes(StandardCharsets.UTF_8);
    }

    static LicenceText read(byte[] bytes) {
        try {
            return JSON.readValue(bytes, LicenceText.class);
        } catch (IOException broken) {
            throw new IllegalStateException("what was sealed as a licence is none", broken);
        }
    }

    static String text(Object values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("holders and data of a licence are JSON values", impossible);
        }
    }

    /** Nothing of it. */
    @Override
    public String toString() {
        return "LicenceText[]";
    }
}
