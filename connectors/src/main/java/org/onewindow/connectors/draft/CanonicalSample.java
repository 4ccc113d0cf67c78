package org.onewindow.connectors.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The canonical side of a sample: a request with this form, a reply with these facts. */
final class CanonicalSample {

    private static final ObjectWriter JSON = JsonMapper.builder().build().writerWithDefaultPrettyPrinter();

    private CanonicalSample() {}

    static String of(Map<String, Object> form) {
        var request = new LinkedHashMap<String, Object>();
        request.put("case", ordered("number", "matter", "channel", "submittedAt", "case."));
        var applicant = new LinkedHashMap<String, Object>();
        applicant.put("kind", "person");
        applicant.put("name", known("applicant.name"));
        applicant.put("idType", "resident-id");
        applicant.put("idNumber", known("applicant.idNumber"));
        applicant.put("phone", known("applicant.phone"));
        applicant.put("address", ordered("division", "text", "postcode", "applicant.address."));
        request.put("applicant", applicant);
        request.put("parties", List.of());
        request.put("form", form);
        request.put("facts", Map.of());
        request.put("materials", List.of());
        return write(request);
    }

    /** The last word is where they stand. */
    private static Map<String, Object> ordered(String... words) {
        var values = new LinkedHashMap<String, Object>();
        for (int i = 0; i < words.length - 1; i++) {
            values.put(words[i], known(words[words.length - 1] + words[i]));
        }
        return values;
    }

    private static String known(String place) {
        return String.valueOf(Origins.SAMPLES.get(place));
    }

    static String answered(Map<String, Object> facts) {
        var reply = new LinkedHashMap<String, Object>();
        reply.put("state", "answered");
        reply.put("facts", facts);
        return write(reply);
    }

    /** A text in JSON's quotes, which are JSONata's too. */
    static String quoted(String text) {
        return write(text).strip();
    }

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("maps, lists and texts are JSON", impossible);
        }
    }
}
