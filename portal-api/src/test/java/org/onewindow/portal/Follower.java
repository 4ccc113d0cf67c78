package org.onewindow.portal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** A client that follows a case. */
final class Follower implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final HttpResponse<InputStream> answer;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private volatile boolean ended;

    private Follower(HttpResponse<InputStream> answer) {
        this.answer = answer;
    }

    /** One event, as browsers see it. */
    record Event(String id, String name, String data) {}

    /**
     * Begins to follow.
     *
     * @param headers names and values in turn
     */
    static Follower of(Api caller, String path, String... headers) {
        var request = caller.request(path).header("Accept", "text/event-stream").GET();
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            var follower = new Follower(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
            Thread.ofVirtual().start(follower::read);
            return follower;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** One that asks and reads nothing. */
    static Socket deaf(Api caller, String path) throws IOException {
        var hub = TestHub.uri("/");
        var socket = new Socket(hub.getHost(), hub.getPort());
        var request = "GET " + path + " HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer " + caller.token() + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private void read() {
        try (var reader = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            reader.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException closed) {
            lines.add("closed");
        }
        ended = true;
    }

    int status() {
        return answer.statusCode();
    }

    String header(String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    Follower awaitEnd() {
        await(() -> ended);
        return this;
    }

    Follower awaitEvents(int count) {
        await(() -> events().size() >= count);
        return this;
    }

    /** Once more than it was heard by now. */
    Follower awaitMore(String wanted) {
        long heard = count(wanted);
        await(() -> count(wanted) > heard);
        return this;
    }

    private long count(String wanted) {
        return lines.stream().filter(wanted::equals).count();
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(condition);
    }

    List<Event> events() {
        var events = new ArrayList<Event>();
        String id = "";
        String name = "";
        for (var line : lines) {
            if (line.startsWith("id:")) {
                id = line.substring(3);
            } else if (line.startsWith("event:")) {
                name = line.substring(6);
            } else if (line.startsWith("data:")) {
                events.add(new Event(id, name, line.substring(5)));
                id = "";
            }
        }
        return events;
    }

    List<String> ids() {
        return events().stream().map(Event::id).filter(id -> !id.isEmpty()).toList();
    }

    @Override
    public void close() {
        try {
            answer.body().close();
        } catch (IOException closedAlready) {
            ended = true;
        }
    }
}
