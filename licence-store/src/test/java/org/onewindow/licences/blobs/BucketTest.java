package org.onewindow.licences.blobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onewindow.config.SecretReference;
import org.onewindow.config.Secrets;

/** A bucket that is not as it should be. */
class BucketTest {

    private static final TestBucket SERVER = TestBucket.SERVER;
    private static final String SECRET = "trial-secret";
    private static final Patience SHORT =
            new Patience(Duration.ofMillis(300), Duration.ofMillis(300), Duration.ofMillis(600), Duration.ofMinutes(1));

    private static final Patience PATIENT =
            new Patience(Duration.ofSeconds(9), Duration.ofSeconds(9), Duration.ofSeconds(30), Duration.ZERO);

    @TempDir
    Path folder = Path.of("");

    private final String object = "blb_" + UUID.randomUUID();

    @Test
    void knowsWhatIsNotThereFromABucketThatIsNotThere() throws IOException {
        var none = ImpatientBucket.at(SERVER.address() + "-2", SECRET);

        assertThat(SERVER.bucket().get(object, 0)).isEmpty();
        assertThatThrownBy(() -> none.get(object, 0))
                .isInstanceOf(BlobsAway.class)
                .hasMessageContaining("404");
    }

    @Test
    void saysWhichWrongKeysWereRefusedWithoutTellingThem() {
        var wrong = ImpatientBucket.at(SERVER.address(), "wrong-secret");

        assertThatThrownBy(() -> wrong.put(object, 0, new byte[9]))
                .isInstanceOf(BlobsAway.class)
                .hasMessage("the bucket answers 403 SignatureDoesNotMatch");
    }

    @Test
    void deletesWhatIsOfThisObjectOnly() throws IOException {
        var bucket = SERVER.bucket();
        bucket.put(object, 0, new byte[9]);
        bucket.put(object, 1, new byte[9]);
        bucket.put(object + "0", 0, new byte[9]);

        bucket.delete(object);

        assertThat(bucket.get(object, 1)).isEmpty();
        assertThat(bucket.get(object + "0", 0)).isPresent();
    }

    /** A store that does not heed the prefix it is asked for would have the hub delete the whole bucket. */
    @Test
    void deletesNothingOfOthersWhateverTheStoreLists() throws IOException {
        var deleted = new ArrayList<String>();
        var store = server(exchange -> {
            if (exchange.getRequestMethod().equals("DELETE")) {
                deleted.add(exchange.getRequestURI().getPath());
                exchange.sendResponseHeaders(204, -1);
            } else {
                answer(
                        exchange,
                        200,
                        "<ListBucketResult><Contents><Key>blb_other/0</Key></Contents><Contents><Key>" + object
                                + "/0</Key></Contents></ListBucketResult>");
            }
        });
        try {
            at(store).delete(object);
        } finally {
            store.stop(0);
        }

        assertThat(deleted).containsExactly("/hub-blobs/" + object + "/0");
    }

    @Test
    void takesNoWordsOfTheStoreIntoALog() throws IOException {
        var store = server(exchange ->
                answer(exchange, 400, "<Error><Code>Bad\nrequest of Zhang</Code><Message>Zhang</Message></Error>"));
        try {
            assertThatThrownBy(() -> at(store).get(object, 0)).hasMessage("the bucket answers 400");
        } finally {
            store.stop(0);
        }
    }

    @Test
    void waitsForASilentBucketNoLongerThanItMayAndThenNotAtAllForAWhile() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var bucket = ImpatientBucket.at("http://127.0.0.1:" + silent.getLocalPort() + "/hub-blobs", SECRET, SHORT);

            assertThat(refusedAfter(bucket)).isLessThan(Duration.ofSeconds(3));
            assertThat(refusedAfter(bucket)).isLessThan(Duration.ofMillis(100));
        }
    }

    @Test
    void followsNoRedirect() throws IOException {
        var asked = new AtomicInteger();
        var elsewhere = server(exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
        });
        var here = server(exchange -> {
            exchange.getResponseHeaders()
                    .set(
                            "Location",
                            "http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/other");
            exchange.sendResponseHeaders(307, -1);
        });
        try {
            var bucket = at(here);

            assertThatThrownBy(() -> bucket.put(object, 0, new byte[9])).isInstanceOf(BlobsAway.class);
            assertThatThrownBy(() -> bucket.get(object, 0)).isInstanceOf(BlobsAway.class);

            assertThat(asked).hasValue(0);
        } finally {
            here.stop(0);
            elsewhere.stop(0);
        }
    }

    /** Stores that do not answer an "Expect: 100-continue" would cost seconds a piece. */
    @Test
    void sendsAPieceWithoutWaitingToBeInvited() throws IOException {
        var invited = new AtomicInteger();
        var store = server(exchange -> {
            invited.addAndGet(exchange.getRequestHeaders().containsKey("Expect") ? 1 : 0);
            exchange.sendResponseHeaders(200, -1);
        });
        try {
            at(store).put(object, 0, new byte[(1 << 20) + 28]);
        } finally {
            store.stop(0);
        }

        assertThat(invited).hasValue(0);
    }

    /** What it takes into memory is one piece, whatever the bucket sends. */
    @Test
    void readsNoMoreThanAPiece() throws IOException {
        var sent = new byte[3 << 20];
        var endless = server(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(sent);
        });
        try {
            assertThat(at(endless).get(object, 0).orElseThrow()).hasSize((1 << 20) + 28);
        } finally {
            endless.stop(0);
        }
    }

    /** The library would read all of a refusal or a list before it looks at it. */
    @ParameterizedTest
    @ValueSource(ints = {200, 403})
    void takesNoMoreOfWhateverIsNoPiece(int status) throws IOException {
        var sent = new AtomicInteger();
        var store = server(exchange -> {
            exchange.sendResponseHeaders(status, 0);
            exchange.getResponseBody().write("<Error><Message>".getBytes(UTF_8));
            for (var words = "x".repeat(1 << 20).getBytes(UTF_8); sent.get() < 200; sent.incrementAndGet()) {
                exchange.getResponseBody().write(words);
            }
        });
        try {
            assertThatThrownBy(() -> at(store, PATIENT).delete(object)).isInstanceOf(BlobsAway.class);
        } finally {
            store.stop(0);
        }

        assertThat(sent.get()).isLessThan(64);
    }

    /** As for a moment while an operator writes another one. */
    @Test
    void isAwayForWhoeverHasNoKeys() {
        var secrets = Secrets.in(folder);
        var bucket = new Bucket(
                BucketAddress.of(SERVER.address()),
                new BucketKeys(() -> "trial-access", () -> secrets.value(new SecretReference("blobs/secret-key"))),
                SHORT,
                BucketWatch.NOBODY);

        assertThatThrownBy(() -> bucket.get(object, 0))
                .isInstanceOf(BlobsAway.class)
                .hasMessageContaining("blobs/secret-key");
    }

    private static Bucket at(HttpServer server) {
        return ImpatientBucket.at(address(server), SECRET);
    }

    private static Bucket at(HttpServer server, Patience patience) {
        return ImpatientBucket.at(address(server), SECRET, patience);
    }

    private static String address(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hub-blobs";
    }

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private static HttpServer server(Answer answer) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                answer.to(exchange);
            }
        });
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange, int status, String xml) throws IOException {
        var bytes = xml.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private Duration refusedAfter(Bucket bucket) {
        long begin = System.nanoTime();
        assertThatThrownBy(() -> bucket.put(object, 0, new byte[9])).isInstanceOf(BlobsAway.class);
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
