package org.onewindow.hub.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onewindow.hub.client.HubApi;
import picocli.CommandLine.Option;

/** Which messages are meant. */
final class MessageWishes {

    @Option(names = "--case", paramLabel = "NUMBER")
    @Nullable
    String number;

    @Option(names = "--reference", paramLabel = "NUMBER|KEY")
    @Nullable
    String reference;

    @Option(names = "--department", paramLabel = "ID")
    @Nullable
    String department;

    @Option(names = "--operation", paramLabel = "ID")
    @Nullable
    String operation;

    @Option(names = "--outcome", paramLabel = "OUTCOME|failed")
    @Nullable
    String outcome;

    @Option(names = "--from", paramLabel = "TIME")
    @Nullable
    String from;

    @Option(names = "--until", paramLabel = "TIME")
    @Nullable
    String until;

    private Map<String, String> given() {
        var all = new LinkedHashMap<String, String>();
        put(all, "number", number);
        put(all, "reference", reference);
        put(all, "department", department);
        put(all, "operation", operation);
        put(all, "outcome", outcome);
        put(all, "from", from);
        put(all, "until", until);
        return all;
    }

    private static void put(Map<String, String> all, String name, @Nullable String value) {
        if (value != null) {
            all.put(name, value);
        }
    }

    /** Each with an ampersand before it. */
    String query() {
        return given().entrySet().stream()
                .map(one -> "&" + one.getKey() + "=" + URLEncoder.encode(one.getValue(), UTF_8))
                .collect(Collectors.joining());
    }

    ObjectNode body() {
        var body = HubApi.JSON.createObjectNode();
        given().forEach(body::put);
        return body;
    }

    ObjectNode bodyAbout(String idNumber) {
        var body = body();
        body.putObject("person").put("idType", "resident-id").put("idNumber", idNumber);
        return body;
    }
}
