package org.onewindow.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.onewindow.simulators.LandCaller.HOME;
import static org.onewindow.simulators.LandCaller.WANG;
import static org.onewindow.simulators.Trial.json;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ModesTest {

    private static final String WANG_NUMBER = "370102197909143315";

    private final Trial trial = new Trial();
    private final Inbox inbox = new Inbox();
    private final TaxCaller tax = new TaxCaller(trial);
    private final Sale sale = new Sale();

    @AfterEach
    void close() {
        trial.close();
        inbox.close();
    }

    @Test
    void cutsAfterTheEffect() {
        trial.mode("tax/assess-transfer-tax", "{\"mode\":\"effect-then-cut\",\"times\":1}");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> tax.ask("key-key-key-key-1", sale.xml()));
        var again = tax.ask("key-key-key-key-1", sale.xml());

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(trial.effects("tax")).containsExactly("assessment-made");
    }

    @Test
    void breaksOffHalfWayAfterTheEffect() {
        trial.mode("tax", "{\"mode\":\"half\",\"times\":1}");

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> tax.ask(sale.xml()));

        assertThat(trial.effects("tax")).containsExactly("assessment-made");
    }

    @Test
    void isDownWithoutEffectUntilCleared() {
        trial.mode("tax", "{\"mode\":\"down\"}");
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> tax.ask(sale.xml()));
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> tax.ask(sale.xml()));

        trial.send("DELETE", "/sim/modes/tax", Map.of(), "");

        assertThat(tax.ask(sale.xml()).statusCode()).isEqualTo(200);
        assertThat(trial.effects("tax")).hasSize(1);
    }

    @Test
    void hangsUntilCleared() {
        trial.mode("tax", "{\"mode\":\"hang\"}");
        var asked = CompletableFuture.supplyAsync(() -> tax.ask(sale.xml()));
        await().until(() -> trial.outcomes("tax").equals(List.of("mode hang")));
        assertThat(asked).isNotDone();

        trial.send("DELETE", "/sim/modes", Map.of(), "");

        assertThat(asked).failsWithin(Duration.ofSeconds(5));
        assertThat(trial.effects("tax")).isEmpty();
    }

    @Test
    void hasItsEffectAtOnceAndAnswersLate() {
        trial.mode("tax", "{\"mode\":\"late\",\"ms\":1500}");

        var asked = CompletableFuture.supplyAsync(() -> tax.ask(sale.xml()));
        await().until(() -> trial.effects("tax").size() == 1);

        assertThat(asked).isNotDone();
        assertThat(asked.join().statusCode()).isEqualTo(200);
    }

    @Test
    void hasNoEffectWhileItIsStillSlow() {
        trial.mode("tax", "{\"mode\":\"slow\",\"ms\":800,\"times\":1}");

        var asked = CompletableFuture.supplyAsync(() -> tax.ask(sale.xml()));
        await().until(() -> trial.outcomes("tax").size() == 1);

        assertThat(trial.effects("tax")).isEmpty();
        assertThat(asked.join().statusCode()).isEqualTo(200);
    }

    @Test
    void answersInTheTermsOfEachContract() {
        var land = new LandCaller(trial).login();
        var civil = new CivilCaller(trial);
        var payments = new PaymentCaller(trial);
        all("{\"mode\":\"fault\"}");
        var fault = tax.ask(sale.xml());
        assertThat(TaxCaller.field(fault, "code")).isEqualTo("TX5001");
        assertThat(TaxCaller.field(fault, "retryable")).isEqualTo("true");
        assertThat(CivilCaller.field(civil.findNote("OW-1"), "CODE")).isEqualTo("9001");
        assertThat(land.title(HOME, WANG_NUMBER).statusCode()).isEqualTo(503);
        assertThat(land.title(HOME, WANG_NUMBER).headers().firstValue("Retry-After"))
                .isPresent();
        assertThat(payments.get("B1").statusCode()).isEqualTo(503);

        all("{\"mode\":\"refuse\"}");
        assertThat(TaxCaller.field(tax.ask(sale.xml()), "code")).isEqualTo("TX4010");
        assertThat(CivilCaller.field(civil.maritalStatus("王强", WANG_NUMBER), "CODE"))
                .isEqualTo("1001");
        assertThat(land.post("transfers", "{}").statusCode()).isEqualTo(422);
        assertThat(payments.close("B1").statusCode()).isEqualTo(409);

        assertThat(trial.effects("tax")).isEmpty();
        assertThat(trial.outcomes("tax")).containsExactly("mode fault", "mode refuse");
    }

    @Test
    void answersInTheTermsOfNone() {
        var land = new LandCaller(trial).login();
        var civil = new CivilCaller(trial);
        all("{\"mode\":\"500\"}");
        assertThat(tax.ask(sale.xml()).body()).doesNotContain("TaxFault").contains("500");
        assertThat(civil.findNote("OW-1").statusCode()).isEqualTo(500);

        all("{\"mode\":\"garbage\"}");
        assertThat(tax.ask(sale.xml()).statusCode()).isEqualTo(200);
        assertThat(land.title(HOME, WANG_NUMBER).body()).contains("系统维护中");

        all("{\"mode\":\"xxe\"}");
        assertThat(tax.ask(sale.xml()).body()).startsWith("<!DOCTYPE").contains("/sim/canary");
        assertThat(CivilCaller.document(civil.findNote("OW-1")))
                .contains("<!DOCTYPE")
                .contains("/sim/canary");
        assertThat(land.title(HOME, WANG_NUMBER).body()).startsWith("<!DOCTYPE");
        assertThat(trial.effects("tax")).isEmpty();
    }

    @Test
    void has500WithAnEffectWhenToldTo() {
        trial.mode("tax", "{\"mode\":\"500\",\"effect\":true}");

        assertThat(tax.ask(sale.xml()).statusCode()).isEqualTo(500);
        assertThat(trial.effects("tax")).containsExactly("assessment-made");
    }

    @Test
    void callsBackTwiceUnderDuplicateThoughRequestsCameBetween() {
        var land = new LandCaller(trial).login();
        trial.mode("land-registry", "{\"mode\":\"duplicate\",\"times\":1}");

        land.title(HOME, WANG_NUMBER);
        land.post("transfers", LandCaller.transfer(HOME, WANG, land.clearance(HOME), inbox.url()));

        await().until(() -> inbox.letters().size() == 2);
        assertThat(inbox.field("sequence")).containsExactly("1", "1");
    }

    @Test
    void countsATimesSwitchDownForOneOperationOnly() {
        trial.mode("tax/confirmPayment", "{\"mode\":\"fault\",\"times\":2}");

        var assessed = tax.ask(sale.xml());
        var number = TaxCaller.field(assessed, "assessmentNumber");
        var first = confirm(number);
        var second = confirm(number);
        var third = confirm(number);

        assertThat(assessed.statusCode()).isEqualTo(200);
        assertThat(first.statusCode()).isEqualTo(500);
        assertThat(second.statusCode()).isEqualTo(500);
        assertThat(third.statusCode()).isEqualTo(200);
        assertThat(json(trial.get("/sim/modes"))).isEmpty();
    }

    @Test
    void refusesSwitchesThatMeanNothing() {
        assertThat(put("water", "{\"mode\":\"slow\"}").statusCode()).isEqualTo(404);
        assertThat(put("tax/dance", "{\"mode\":\"slow\"}").body()).contains("assessTransferTax");
        assertThat(put("tax", "{\"mode\":\"sideways\"}").body()).contains("effect-then-cut");
    }

    private HttpResponse<String> put(String target, String json) {
        return trial.send("PUT", "/sim/modes/" + target, Map.of(), json);
    }

    private void all(String json) {
        for (var department : new String[] {"tax", "land-registry", "civil-affairs", "payment-platform"}) {
            trial.mode(department, json);
        }
    }

    private HttpResponse<String> confirm(String number) {
        return tax.ask(tax.paidNow(number, "ZF1", "12800.00"));
    }
}
