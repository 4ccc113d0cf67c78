package org.onewindow.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.onewindow.simulators.PaymentCaller.bill;
import static org.onewindow.simulators.Trial.json;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.onewindow.simulators.wire.Hmac;

class PaymentPlatformTest {

    private final Trial trial = new Trial();
    private final Inbox inbox = new Inbox();
    private final PaymentCaller platform = new PaymentCaller(trial);

    @AfterEach
    void close() {
        trial.close();
        inbox.close();
    }

    @Test
    void takesABillAndNotifiesOfItsPayment() {
        var created = platform.create(bill("B1", 1_280_000, inbox.url()));
        var open = json(platform.get("B1"));
        trial.post("/sim/payments/B1", "");
        await().until(() -> !inbox.letters().isEmpty());
        var paid = json(platform.get("B1"));

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(json(created).path("payUrl").asText())
                .isEqualTo(trial.uri("/payment-platform/pay/B1").toString());
        assertThat(open.path("state").asText()).isEqualTo("open");
        assertThat(paid.path("state").asText()).isEqualTo("paid");
        assertThat(paid.path("amountFen").asLong()).isEqualTo(1_280_000);
        assertThat(inbox.field("state")).containsExactly("paid");
        assertThat(inbox.field("paymentReference"))
                .containsExactly(paid.path("paymentReference").asText());
        assertThat(inbox.field("amountFen")).containsExactly("1280000");
        assertThat(trial.effects("payment-platform")).containsExactly("bill-created", "bill-paid");
    }

    @Test
    void signsItsNotifications() {
        platform.create(bill("B1", 100, inbox.url()));
        trial.post("/sim/payments/B1", "");
        await().until(() -> !inbox.letters().isEmpty());

        var letter = inbox.letters().getFirst();
        var expected = "POST /replies/here." + letter.headers().get("X-Timestamp") + "." + letter.body();
        assertThat(letter.headers())
                .containsEntry("X-App", "pay")
                .containsEntry("X-Signature", Hmac.sha256("trial-pay-secret", expected));
    }

    @Test
    void repeatsANotificationUntilItIsTaken() {
        inbox.status = 500;
        platform.create(bill("B1", 100, inbox.url()));
        trial.post("/sim/payments/B1", "");
        await().until(() -> inbox.letters().size() == 1);
        await().until(() ->
                json(trial.get("/sim/deliveries")).get(0).path("last").asText().equals("500"));
        inbox.status = 204;

        trial.clock.advance(Duration.ofMinutes(2));

        await().until(() -> inbox.letters().size() == 2);
        assertThat(inbox.field("paymentReference").stream().distinct()).hasSize(1);
    }

    @Test
    void notifiesAsOftenAndOfAsMuchAsATestSays() {
        platform.create(bill("B1", 100, inbox.url()));

        trial.post("/sim/payments/B1", "{\"amountFen\":99,\"times\":3}");

        await().until(() -> inbox.letters().size() == 3);
        assertThat(inbox.field("amountFen")).containsOnly("99");
        assertThat(trial.effects("payment-platform")).containsExactly("bill-created", "bill-paid");
    }

    @Test
    void takesTheSameBillAgainAndNoOtherUnderItsId() {
        var first = platform.create(bill("B1", 100, inbox.url()));
        var second = platform.create(bill("B1", 100, inbox.url()));
        var other = platform.create(bill("B1", 101, inbox.url()));

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(trial.effects("payment-platform")).containsExactly("bill-created");
    }

    @Test
    void closesOpenBillsOnly() {
        platform.create(bill("B1", 100, inbox.url()));
        platform.create(bill("B2", 100, inbox.url()));
        trial.post("/sim/payments/B2", "");

        assertThat(json(platform.close("B1")).path("state").asText()).isEqualTo("closed");
        assertThat(platform.close("B1").statusCode()).isEqualTo(200);
        assertThat(platform.close("B2").statusCode()).isEqualTo(409);
        assertThat(platform.close("B3").statusCode()).isEqualTo(404);
        assertThat(trial.post("/sim/payments/B1", "").statusCode()).isEqualTo(409);
        assertThat(trial.effects("payment-platform"))
                .containsExactly("bill-created", "bill-created", "bill-paid", "bill-closed");
    }

    @Test
    void closesWhatIsNotPaidByTheEndOfItsLastDay() {
        platform.create(bill("B1", 100, inbox.url()));

        trial.clock.advance(Duration.ofDays(15));
        await().during(Duration.ofMillis(500))
                .until(() -> state(platform.get("B1")).equals("open"));
        trial.clock.advance(Duration.ofDays(1));

        await().until(() -> state(platform.get("B1")).equals("closed"));
    }

    @Test
    void refundsTheWholeAmountOnceAndNotifies() {
        platform.create(bill("B1", 100, inbox.url()));
        var tooEarly = platform.refund("B1", "R0", 100);
        trial.post("/sim/payments/B1", "");
        var part = platform.refund("B1", "R1", 50);
        var whole = platform.refund("B1", "R1", 100);
        var again = platform.refund("B1", "R1", 100);
        var second = platform.refund("B1", "R2", 100);

        await().until(() -> inbox.field("state").contains("refunded"));
        assertThat(tooEarly.statusCode()).isEqualTo(409);
        assertThat(part.statusCode()).isEqualTo(422);
        assertThat(whole.statusCode()).isEqualTo(202);
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(inbox.field("refundId")).contains("R1");
        assertThat(trial.effects("payment-platform")).containsExactly("bill-created", "bill-paid", "bill-refunded");
    }

    @Test
    void refusesWhatIsNotSignedRightAndInTime() {
        platform.secret = "guess";
        var wrong = platform.get("B1");
        platform.secret = TrialCredentials.PAY_SECRET;
        platform.clockOffsetSeconds = -310;
        var old = platform.get("B1");
        platform.clockOffsetSeconds = 0;
        platform.signedPrefix = "";
        var withoutPrefix = platform.get("B1");

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(old.statusCode()).isEqualTo(401);
        assertThat(withoutPrefix.statusCode()).isEqualTo(404);
    }

    @Test
    void refusesBillsThatCannotBe() {
        assertThat(platform.create(bill("B1", 0, inbox.url())).statusCode()).isEqualTo(422);
        assertThat(platform.create(bill("B1", 1, "file:///etc")).statusCode()).isEqualTo(422);
        assertThat(platform.create(bill("B1", 1, inbox.url()).replace("2026-12-09", "2026-11-23"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(platform.create("{").statusCode()).isEqualTo(400);
    }

    @Test
    void letsTheCitizenPayOnItsPage() {
        platform.create(bill("B1", 1_280_000, inbox.url()));

        var page = trial.get("/payment-platform/pay/B1");
        var pressed = trial.send("POST", "/payment-platform/pay/B1", Map.of(), "");
        var after = trial.get("/payment-platform/pay/B1");

        assertThat(page.body()).contains("¥ 12800.00", "契税 &lt;1&gt;", "确认支付", "Pay");
        assertThat(pressed.statusCode()).isEqualTo(303);
        assertThat(after.body()).contains("已支付").doesNotContain("<button");
        await().until(() -> inbox.field("state").contains("paid"));
    }

    private static String state(HttpResponse<String> bill) {
        return json(bill).path("state").asText();
    }
}
