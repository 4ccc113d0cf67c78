package org.onewindow.simulators.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** One whole HTTP answer; its text goes out in UTF-8. */
public record Answer(int status, Map<String, String> headers, String body) {

    public Answer {
        headers = Map.copyOf(headers);
    }

    public static Answer of(int status, String contentType, String body) {
        return new Answer(status, Map.of("Content-Type", contentType), body);
    }

    public static Answer xml(int status, String body) {
        return of(status, "text/xml; charset=UTF-8", body);
    }

    public static Answer json(int status, JsonNode body) {
        return of(status, "application/json", body.toString());
    }

    public static Answer html(int status, String body) {
        return of(status, "text/html; charset=UTF-8", body);
    }

    public static Answer empty(int status) {
        return new Answer(status, Map.of(), "");
    }

    public Answer with(String header, String value) {
        var all = new TreeMap<>(headers);
        all.put(header, value);
        return new Answer(status, all, body);
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
