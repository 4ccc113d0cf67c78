package org.onewindow.benchmarks.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.onewindow.benchmarks.work.Question;
import org.onewindow.benchmarks.work.Soap;
import org.onewindow.benchmarks.work.Told;
import org.onewindow.benchmarks.work.Work;

/**
 * Four departments without limits, each on a port of its own, and a port for the bench: {@code PUT /latency?department=west&ms=50}
 * (below zero: never an answer), {@code GET /count}, {@code GET /ledger}.
 *
 * <p>One event loop: nothing here is shared between threads.
 */
final class StubDepartments {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LOOPBACK = "127.0.0.1";
    private static final int BAD_REQUEST = 400;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Map<String, Long> latency = new HashMap<>();
    private final Ledger ledger = new Ledger();

    private StubDepartments() {}

    /** Ports of the four in their order, then of the bench. */
    public static void main(String[] ports) {
        var stub = new StubDepartments();
        for (int i = 0; i < Work.DEPARTMENTS.size(); i++) {
            var department = Work.DEPARTMENTS.get(i);
            stub.latency.put(department, 0L);
            stub.listen(ports[i], request -> request.body()
                    .onSuccess(body -> stub.later(department, () -> stub.answer(department, request, body))));
        }
        stub.listen(ports[Work.DEPARTMENTS.size()], stub::control);
    }

    private void listen(String port, io.vertx.core.Handler<HttpServerRequest> handler) {
        vertx.createHttpServer()
                .requestHandler(handler)
                .listen(Integer.parseInt(port), LOOPBACK)
                .onFailure(taken -> {
                    System.err.println("port " + port + ": " + taken);
                    System.exit(1);
                });
    }

    private void later(String department, Runnable answer) {
        long millis = latency.getOrDefault(department, 0L);
        if (millis == 0) {
            answer.run();
        } else if (millis > 0) {
            vertx.setTimer(millis, _ -> answer.run());
        }
    }

    private void answer(String department, HttpServerRequest request, Buffer body) {
        var response = request.response();
        try {
            boolean soap = department.equals("north");
            var asked = soap ? Soap.fields(body.getBytes()) : fields(JSON.readTree(body.getBytes()));
            if (asked.get("key") != null) {
                ledger.enter(department, asked.getOrDefault("case", ""), asked.get("key"));
            }
            var told = told(asked);
            response.putHeader("Content-Type", soap ? "text/xml; charset=utf-8" : "application/json")
                    .end(Buffer.buffer(soap ? Soap.told(told) : JSON.writeValueAsBytes(told)));
        } catch (IOException garbage) {
            end(response.setStatusCode(BAD_REQUEST), "unreadable");
        }
    }

    private static Map<String, String> fields(JsonNode body) {
        var fields = new HashMap<String, String>();
        body.properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
        return fields;
    }

    private static Told told(Map<String, String> asked) {
        var id = asked.getOrDefault("id", "");
        var amount = Long.parseLong(asked.getOrDefault("amountFen", "0"));
        var checksum = Question.checksum(id, asked.getOrDefault("subject", ""), amount);
        return new Told(0, id, checksum, "nothing stands against it, as of today");
    }

    private void control(HttpServerRequest request) {
        var response = request.response();
        switch (String.valueOf(request.path())) {
            case "/latency" -> {
                latency.put(request.getParam("department"), Long.parseLong(request.getParam("ms")));
                end(response, "ok");
            }
            case "/count" -> end(response, Integer.toString(ledger.effects()));
            case "/ledger" -> end(response, ledger.text());
            default -> end(response.setStatusCode(BAD_REQUEST), "PUT /latency, GET /count, GET /ledger");
        }
    }

    private static void end(HttpServerResponse response, String text) {
        response.end(text).onFailure(_ -> {});
    }
}
