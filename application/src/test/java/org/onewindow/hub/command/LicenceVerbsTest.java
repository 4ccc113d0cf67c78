package org.onewindow.hub.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stock of any length goes to the hub in pieces, and the lines are called as they stand in the file. */
class LicenceVerbsTest {

    private static final String TAKEN = "{\"line\": 1, \"outcome\": \"taken\"}\n";
    private static final String REFUSED =
            "{\"line\": 7, \"outcome\": \"refused\", \"errors\": [{\"pointer\": \"/number\", \"code\": \"required\", \"detail\": \"This field is required\"}]}\n";
    private static final String SUM = "{\"lines\": 2}\n";

    private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
    private final HttpServer server;
    private final Path folder;
    private volatile String answer = TAKEN + REFUSED + SUM;

    /** A hub that takes one of two. */
    LicenceVerbsTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/oauth2/token", exchange -> say(exchange, "{\"access_token\": \"t\"}"));
        server.createContext("/v1/admin/licences:import", exchange -> {
            bodies.add(exchange.getRequestURI().getQuery() + "\n"
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            say(exchange, answer);
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void handsInFiveHundredAtATimeAndNamesTheLinesOfTheFile() throws IOException {
        var typed = imports(600);

        assertThat(bodies).hasSize(2).allMatch(body -> body.startsWith("asOf=2026-11-01T00:00:00+08:00\n"));
        assertThat(bodies.getFirst().lines()).hasSize(501);
        assertThat(bodies.getLast().lines()).hasSize(101).contains("{\"n\": 500}");
        assertThat(typed.out())
                .contains(":7: refused", ":507: refused", "    /number required: This field is required")
                .contains("2 taken, 0 already there, 0 there with something else on them, 2 refused.");
        assertThat(typed.code()).isEqualTo(Main.CHECK_FAILED);
    }

    @Test
    void isWellWhereEverythingIsThere() throws IOException {
        answer = TAKEN + SUM;

        assertThat(imports(2).code()).isEqualTo(Main.OK);
    }

    @Test
    void saysWhereItBrokeOff() throws IOException {
        answer = TAKEN;

        var typed = imports(2);

        assertThat(typed.code()).isEqualTo(Main.CHECK_FAILED);
        assertThat(typed.out()).contains("broke off after line 0", "same file again");
    }

    @Test
    void saysThatThereIsNoSuchFile() {
        var typed = Typed.of("licence", "import", "no-such-file", "--as-of", "2026-11-01", "--lang", "en");

        assertThat(typed.code()).isEqualTo(Main.BAD_INPUT);
    }

    private Typed imports(int lines) throws IOException {
        var file = folder.resolve("stock.ndjson");
        var text = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            text.append("{\"n\": ").append(i).append("}\n");
        }
        Files.writeString(file, text);
        return Typed.of(
                "licence",
                "import",
                file.toString(),
                "--as-of",
                "2026-11-01T00:00:00+08:00",
                "--lang",
                "en",
                "--url",
                "http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static void say(HttpExchange exchange, String text) throws IOException {
        try (exchange) {
            var body = text.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
