package org.onewindow.connectors.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.Department;
import org.onewindow.config.Operation;
import org.onewindow.connectors.line.Filler;
import org.onewindow.connectors.line.SampleTalk;
import org.onewindow.connectors.mapping.CanonicalJson;
import org.onewindow.connectors.mapping.Draft;
import org.onewindow.connectors.mapping.JsonDifference;

/** Samples of a REST department: {@code to-department.json} is {@code {method, path, query, headers, body}}. */
public final class RestSamples implements SampleTalk {

    private static final Filler.Form JSON = new Filler.Form(CanonicalJson::escaped, UTF_8);

    private final @Nullable OpenApiContract contract;

    public RestSamples(Department department) {
        this.contract = department.contract() instanceof Department.Contract.OpenApi(var file)
                ? OpenApiContract.read(file)
                : null;
    }

    private RestCall call(Operation operation) {
        return contract == null ? RestCall.of(operation.call()) : contract.call(operation.call());
    }

    @Override
    public String message(Operation operation, Draft draft, Filler filler) throws IOException {
        var message = RestMessage.of(filler.in(JSON).text(draft.content()));
        var call = call(operation);
        message.checkAgainst(call);
        return CanonicalJson.pretty(sent(message, call));
    }

    @Override
    public Optional<String> difference(String expected, String message) throws IOException {
        return JsonDifference.first(
                CanonicalJson.parse(expected.getBytes(UTF_8)), CanonicalJson.parse(message.getBytes(UTF_8)));
    }

    private static Map<String, @Nullable Object> sent(RestMessage message, RestCall call) throws IOException {
        Map<String, @Nullable Object> sent = new LinkedHashMap<>();
        sent.put("method", call.method());
        sent.put("path", message.pathOf(call));
        sent.put("query", query(message.queryOf(call)));
        sent.put("headers", message.headersOf(call));
        sent.put(
                "body",
                message.body() == null
                        ? null
                        : CanonicalJson.parse(message.body().getBytes(UTF_8)));
        return sent;
    }

    /** A sending as its {@code to-department.json} would have it; the body as it is, however long. */
    static byte[] sample(RestMessage message, RestCall call, byte @Nullable [] body) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("method", call.method());
        head.put("path", message.pathOf(call));
        head.put("query", query(message.queryOf(call)));
        head.put("headers", message.headersOf(call));
        var json = CanonicalJson.write(head);
        if (body == null) {
            return json.getBytes(UTF_8);
        }
        var bytes = new ByteArrayOutputStream(json.length() + body.length + 16);
        bytes.writeBytes((json.substring(0, json.length() - 1) + ",\"body\":").getBytes(UTF_8));
        bytes.writeBytes(body);
        bytes.write('}');
        return bytes.toByteArray();
    }

    private static Map<String, String> query(@Nullable String query) {
        var parameters = new LinkedHashMap<String, String>();
        for (var pair : query == null ? List.<String>of() : List.of(query.split("&", -1))) {
            int equals = pair.indexOf('=');
            parameters.put(
                    URLDecoder.decode(pair.substring(0, equals), UTF_8),
                    URLDecoder.decode(pair.substring(equals + 1), UTF_8));
        }
        return parameters;
    }

    @Override
    public @Nullable Object content(String answer) throws IOException {
        return answer.isBlank() ? null : CanonicalJson.parse(answer.getBytes(UTF_8));
    }

    @Override
    public List<String> breachesOfRequest(Operation operation, String request) throws IOException {
        return contract != null && CanonicalJson.parse(request.getBytes(UTF_8)) instanceof Map<?, ?> sent
                ? new OpenApiSchemas(contract).request(operation.call(), sent.get("body"))
                : List.of();
    }

    @Override
    public List<String> breachesOfAnswer(Operation operation, int status, String answer) throws IOException {
        return contract == null || answer.isBlank()
                ? List.of()
                : new OpenApiSchemas(contract).answer(operation.call(), status, content(answer));
    }
}
