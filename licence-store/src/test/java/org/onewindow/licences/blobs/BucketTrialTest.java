package org.onewindow.licences.blobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onewindow.licences.blobs.BucketWatch.Call;
import org.onewindow.licences.blobs.BucketWatch.Operation;

/** What a bucket is found to lack, and what those who watch it are told. */
class BucketTrialTest {

    private static final TestBucket SERVER = TestBucket.SERVER;

    private final List<Call> calls = new ArrayList<>();

    @Test
    void writesReadsAndDeletesAndComparesTheClocks() {
        var trial = BucketTrial.of(at(SERVER.address(), "trial-secret"));

        assertThat(trial.steps()).extracting(BucketTrial.Step::name).containsExactly("look", "put", "get", "delete");
        assertThat(trial.steps()).extracting(BucketTrial.Step::fault).containsOnlyNulls();
        assertThat(trial.ahead())
                .hasValueSatisfying(ahead -> assertThat(ahead.abs()).isLessThan(Duration.ofSeconds(3)));
        assertThat(calls)
                .extracting(Call::operation)
                .containsExactly(Operation.LOOK, Operation.PUT, Operation.GET, Operation.DELETE);
        assertThat(calls).extracting(Call::bytes).containsExactly(0, 23, 23, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:1/hub-blobs, NOT_CONNECTED",
        "https://nobody-knows-it.invalid/hub-blobs, NAME_NOT_RESOLVED",
        "https://127.0.0.1:PORT/hub-blobs, NO_TLS",
        "http://127.0.0.1:PORT/hub-other, NO_SUCH_BUCKET",
    })
    void tellsWhatIsWrongWithTheAddress(String address, BucketFault fault) {
        var port = SERVER.address().replaceAll("\\D*127.0.0.1:(\\d+)/.*", "$1");

        var trial = BucketTrial.of(at(address.replace("PORT", port), "trial-secret"));

        assertThat(trial.steps()).singleElement().satisfies(step -> assertThat(step.fault())
                .isEqualTo(fault));
        assertThat(calls).singleElement().satisfies(call -> assertThat(call.fault())
                .isEqualTo(fault));
    }

    @Test
    void tellsTheKeysApart() {
        var stranger = new BucketKeys(() -> "no-such-key", () -> "trial-secret");

        assertThat(faults(at(SERVER.address(), "wrong-secret"))).containsExactly(BucketFault.SECRET_KEY_WRONG);
        assertThat(faults(ImpatientBucket.at(SERVER.address(), stranger, calls::add)))
                .containsExactly(BucketFault.ACCESS_KEY_UNKNOWN);
    }

    /** A store that lets these keys look, and nothing else. */
    @ParameterizedTest
    @CsvSource({
        "403, AccessDenied, FORBIDDEN",
        "403, RequestTimeTooSkewed, CLOCKS_APART",
        "301, PermanentRedirect, ELSEWHERE",
        "507, InsufficientStorage, FULL",
        "500, InternalError, FAILING",
        "405, MethodNotAllowed, REFUSED",
    })
    void tellsWhatAStoreRefuses(int status, String code, BucketFault fault) throws IOException {
        var store = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        store.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                boolean looks = exchange.getRequestMethod().equals("GET");
                var xml = "<Error><Code>" + (looks ? "NoSuchKey" : code) + "</Code></Error>";
                exchange.sendResponseHeaders(looks ? 404 : status, xml.length());
                exchange.getResponseBody().write(xml.getBytes(UTF_8));
            }
        });
        store.start();
        try {
            var address = "http://127.0.0.1:" + store.getAddress().getPort() + "/hub-blobs";

            assertThat(faults(at(address, "trial-secret"))).containsExactly(null, fault);
        } finally {
            store.stop(0);
        }
    }

    @Test
    void looksByItselfOnlyWhereNobodyAsked() {
        var bucket = at(SERVER.address(), "trial-secret");

        bucket.lookIfQuiet();
        bucket.lookIfQuiet();

        assertThat(calls).singleElement().satisfies(call -> {
            assertThat(call.operation()).isEqualTo(Operation.LOOK);
            assertThat(call.fault()).isNull();
        });
    }

    private static List<BucketFault> faults(Bucket bucket) {
        return BucketTrial.of(bucket).steps().stream()
                .map(BucketTrial.Step::fault)
                .toList();
    }

    private Bucket at(String address, String secret) {
        return ImpatientBucket.at(address, new BucketKeys(() -> "trial-access", () -> secret), calls::add);
    }
}
