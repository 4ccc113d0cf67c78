package org.onewindow.connectors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.canonical.DepartmentReply.Answered;
import org.onewindow.canonical.DepartmentReply.Refused;
import org.onewindow.canonical.DepartmentReply.Uncertain;
import org.onewindow.connectors.http.Sha256;

/** Call backs: who is believed, and what they are mapped to. */
final class CallbacksTest {

    private static final String PATH = "/v1/replies/payment-platform/" + TestHouse.CORRELATION;
    private static final byte[] REGISTERED =
            """
            {"receiptNumber": "S1", "requestId": "0b0e6ad3-5c2f-5a5e-9d0a-6f2f5b6f7a01", "sequence": 3, "state": "registered",
             "certificate": {"number": "鲁1", "issuedOn": "2026-11-25", "holders": []}}
            """
                    .getBytes(UTF_8);

    @TempDir
    Path secrets = Path.of("");

    private TestHouse house;

    @BeforeEach
    void open() {
        house = TestHouse.with(secrets, "land-registry", "payment-platform", "tax");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void believesTheRegistrysSignature() {
        assertThat(landRegistry(signedByTheRegistry(now(), "trial-land-callback"), REGISTERED))
                .isInstanceOf(Inbound.Authentic.class);
    }

    @Test
    void believesNothingWithoutASignature() {
        assertThat(landRegistry(Map.of("X-Timestamp", now()), REGISTERED))
                .isEqualTo(new Inbound.Forged("it bears no signature"));
    }

    @Test
    void believesNoSignatureUnderAnotherSecret() {
        assertThat(landRegistry(signedByTheRegistry(now(), "guessed"), REGISTERED))
                .isEqualTo(new Inbound.Forged("its signature is wrong"));
    }

    @Test
    void believesNoSignatureOfAnotherBody() {
        var headers = signedByTheRegistry(now(), "trial-land-callback");

        assertThat(landRegistry(headers, "{}".getBytes(UTF_8))).isEqualTo(new Inbound.Forged("its signature is wrong"));
    }

    @Test
    void believesNoSignatureOlderThanFiveMinutes() {
        var headers = signedByTheRegistry(now(), "trial-land-callback");
        house.clock.advance(Duration.ofMinutes(5).plusSeconds(1));

        assertThat(landRegistry(headers, REGISTERED)).isEqualTo(new Inbound.Forged("its timestamp is too far off"));
    }

    @Test
    void believesNoSignatureFromTheFuture() {
        var headers =
                signedByTheRegistry(Long.toString(house.clock.instant().getEpochSecond() + 301), "trial-land-callback");

        assertThat(landRegistry(headers, REGISTERED)).isEqualTo(new Inbound.Forged("its timestamp is too far off"));
    }

    @Test
    void believesNoTimestampThatIsNoNumber() {
        var headers = Map.of("X-Timestamp", "now", "X-Signature", "sha256=00");

        assertThat(landRegistry(headers, REGISTERED))
                .isEqualTo(new Inbound.Forged("its timestamp is no number of seconds"));
    }

    @Test
    void believesThePaymentPlatformsSignatureOverMethodAndPath() {
        assertThat(paymentPlatform(PATH, paidHeaders("pay"))).isInstanceOf(Inbound.Authentic.class);
        assertThat(paymentPlatform(PATH + "0", paidHeaders("pay"))).isInstanceOf(Inbound.Forged.class);
        assertThat(paymentPlatform(PATH, paidHeaders("hub")))
                .isEqualTo(new Inbound.Forged("the header x-app is missing or wrong"));
    }

    @Test
    void believesNobodyWhoNeverCallsBack() {
        assertThat(house.connectors.callback(house.department("tax"), "POST", PATH, Map.of(), new byte[0]))
                .isInstanceOf(Inbound.Forged.class);
    }

    @Test
    void mapsAnOutcomeWithItsSequence() {
        var read = read(REGISTERED);

        assertThat(read.reply()).isInstanceOf(Answered.class);
        assertThat(read.sequence()).isEqualTo(3);
        assertThat(read.replyId()).isEqualTo(Sha256.hex(REGISTERED));
    }

    @Test
    void callsABodyThatIsNoJsonUncertain() {
        assertThat(read("{".getBytes(UTF_8)).reply()).isEqualTo(new Uncertain("an answer that cannot be read"));
    }

    @Test
    void tellsWhatADepartmentCouldNotRead() {
        var headers = Map.of(QueueReplyListener.UNREADABLE, "bad date");

        var read = house.connectors.read(
                house.department("land-registry"),
                house.department("land-registry").operation("register-transfer"),
                TestHouse.request("land-registry", "register-transfer"),
                headers,
                new byte[0]);

        assertThat(read.reply()).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code())
                .isEqualTo("unreadable"));
    }

    private ReplyRead read(byte[] body) {
        var department = house.department("land-registry");
        return house.connectors.read(
                department,
                department.operation("register-transfer"),
                TestHouse.request("land-registry", "register-transfer"),
                Map.of("Content-Type", "application/json"),
                body);
    }

    private Inbound landRegistry(Map<String, String> headers, byte[] body) {
        return house.connectors.callback(
                house.department("land-registry"), "POST", "/v1/replies/land-registry/x", headers, body);
    }

    private Inbound paymentPlatform(String path, Map<String, String> headers) {
        return house.connectors.callback(house.department("payment-platform"), "POST", path, headers, REGISTERED);
    }

    private Map<String, String> signedByTheRegistry(String timestamp, String secret) {
        return Map.of(
                "x-timestamp",
                timestamp,
                "X-SIGNATURE",
                "sha256=" + Sha256.hmac(secret, (timestamp + ".").getBytes(UTF_8), REGISTERED));
    }

    private Map<String, String> paidHeaders(String app) {
        var headers = new HashMap<String, String>();
        headers.put("X-App", app);
        headers.put("X-Timestamp", now());
        headers.put(
                "X-Signature",
                Sha256.hmac("trial-pay-secret", ("POST " + PATH + "." + now() + ".").getBytes(UTF_8), REGISTERED));
        return headers;
    }

    private String now() {
        return Long.toString(house.clock.instant().getEpochSecond());
    }
}
