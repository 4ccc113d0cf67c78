package org.onewindow.benchmarks.control;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.onewindow.benchmarks.work.Question;
import org.onewindow.benchmarks.work.Told;
import org.onewindow.benchmarks.work.Work;

/** The thinnest correct fan-out: no token, no limits, no audit, no schema; what is physically needed, and nothing else. */
final class ControlHub {

    private static final int CONNECTIONS = 512;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpClient client =
            vertx.createHttpClient(new HttpClientOptions(), new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    private final List<Integer> ports;

    private ControlHub(List<Integer> ports) {
        this.ports = ports;
    }

    /** Its own port, then those of the four departments. */
    public static void main(String[] ports) {
        var departments = List.of(ports).subList(1, ports.length).stream().map(Integer::valueOf);
        new ControlHub(departments.toList()).listen(Integer.parseInt(ports[0]));
    }

    private void listen(int port) {
        vertx.createHttpServer()
                .requestHandler(request -> request.body()
                        .compose(body -> answer(body.getBytes()))
                        .onSuccess(told -> request.response()
                                .putHeader("Content-Type", "application/json")
                                .end(Buffer.buffer(told)))
                        .onFailure(
                                failure -> request.response().setStatusCode(500).end(failure.toString())))
                .listen(port, "127.0.0.1");
    }

    private Future<byte[]> answer(byte[] body) {
        try {
            var question = Work.read(body);
            Map<String, Told> answers = new HashMap<>();
            var calls = new ArrayList<Future<Told>>();
            for (int i = 0; i < ports.size(); i++) {
                var department = Work.DEPARTMENTS.get(i);
                calls.add(call(department, ports.get(i), question).onSuccess(told -> answers.put(department, told)));
            }
            return Future.join(calls).transform(_ -> aggregate(answers));
        } catch (IOException garbage) {
            return Future.failedFuture(garbage);
        }
    }

    private Future<Told> call(String department, int port, Question question) throws IOException {
        var message = Buffer.buffer(Work.message(department, question));
        var type = department.equals("north") ? "text/xml; charset=utf-8" : "application/json";
        return client.request(HttpMethod.POST, port, "127.0.0.1", "/look-up")
                .compose((HttpClientRequest request) ->
                        request.putHeader("Content-Type", type).send(message))
                .compose(HttpClientResponse::body)
                .compose(answer -> told(department, answer));
    }

    private static Future<Told> told(String department, Buffer answer) {
        try {
            return Future.succeededFuture(Work.told(department, answer.getBytes()));
        } catch (IOException garbage) {
            return Future.failedFuture(garbage);
        }
    }

    private static Future<byte[]> aggregate(Map<String, Told> answers) {
        try {
            return Future.succeededFuture(Work.aggregate(answers));
        } catch (IOException impossible) {
            return Future.failedFuture(impossible);
        }
    }
}
