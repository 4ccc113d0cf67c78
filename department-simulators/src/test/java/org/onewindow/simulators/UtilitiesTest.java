package org.onewindow.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.simulators.Trial.json;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Water, gas and heating as their contracts say; that the hub's messages fit is proved in {@code connectors}. */
class UtilitiesTest {

    private static final String KEY = "0b0e6ad3-5c2f-5a5e-9d0a-6f2f5b6f7a01";

    private final Trial trial = new Trial();
    private final UtilitiesCaller companies = new UtilitiesCaller(trial);

    @AfterEach
    void close() {
        trial.close();
    }

    @Test
    void showsWhatIsOwedAndTheFamilyNameOnly() {
        var water = companies.waterAccount("SW0112020406").body();
        var gas = json(companies.gasAccount("8812020406"));
        var heating = companies.heatingAccount("RL-105-060606");

        assertThat(water).contains("<w:holderName>刘*<", "<w:balanceDue>126.50<", "<w:state>OPEN<");
        assertThat(gas.path("holderName").asText()).isEqualTo("刘*");
        assertThat(gas.path("arrearsFen").asLong()).isZero();
        assertThat(heating).contains("<RC>00</RC>", "<HM>郑*</HM>", "<QF>1580.40</QF>", "<ZT>1</ZT>");
    }

    @Test
    void changesAHolderOnceUnderOneKey() {
        var first = companies.changeWater(KEY, "OW-1", "张铭");
        var again = companies.changeWater(KEY, "OW-1", "张铭");
        var other = companies.changeWater(KEY, "OW-1", "李晓");

        assertThat(first.body()).contains("<w:changeNumber>SWGH2026", "<w:effectiveOn>2026-11-24<");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.body()).contains("W409");
        assertThat(trial.effects("water-utility")).containsExactly("holder-changed");
        assertThat(companies.waterAccount(UtilitiesCaller.WATER).body()).contains("<w:holderName>张*<");
    }

    @Test
    void knowsTheKeysOfTheGasCompanyToo() {
        var first = companies.changeGas(KEY, UtilitiesCaller.GAS, UtilitiesCaller.UNIT);
        var again = companies.changeGas(KEY, UtilitiesCaller.GAS, UtilitiesCaller.UNIT);
        var other = companies.changeGas(KEY, UtilitiesCaller.GAS, "370102001001GB00002F00020202");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(problem(other)).isEqualTo("/problems/key-reused");
        assertThat(trial.effects("gas-utility")).containsExactly("holder-changed");
    }

    @Test
    void changesTwiceWhereNobodyAskedFirst() {
        companies.changeHeating("OW-1");
        assertThat(companies.findHeatingChange("OW-1")).contains("<GHH/>");
        trial.clock.advance(Duration.ofSeconds(30));
        assertThat(companies.findHeatingChange("OW-1")).contains("<GHH>RLGH2026");
        companies.changeHeating("OW-1");

        assertThat(trial.effects("heating-utility")).containsExactly("holder-changed", "holder-changed-again");
    }

    @Test
    void changesNothingWhereSomethingIsOwedOrTheHomeIsAnother() {
        assertThat(problem(companies.changeGas(KEY, "8814071156", "370102001001GB00009F00090909")))
                .isEqualTo("/problems/closed");
        assertThat(problem(companies.changeGas(KEY, UtilitiesCaller.GAS, "370102001001GB00002F00020202")))
                .isEqualTo("/problems/other-home");
        assertThat(companies.changeHeating("OW-1", "RL-105-060606", "370102001001GB00006F00060606"))
                .contains("<RC>12</RC>");
        assertThat(companies.gasAccount("8800000000").statusCode()).isEqualTo(404);
        assertThat(json(trial.get("/sim/ledger"))).isEmpty();
    }

    @Test
    void answersNobodyWhoCannotProveWhoTheyAre() {
        companies.waterPassword = "guessed";
        companies.gasKey = "guessed";
        companies.heatingKey = "guessed";

        assertThat(companies.waterAccount(UtilitiesCaller.WATER).statusCode()).isEqualTo(401);
        assertThat(companies.gasAccount(UtilitiesCaller.GAS).statusCode()).isEqualTo(401);
        assertThat(companies.heatingAccount(UtilitiesCaller.HEATING)).contains("<RC>21</RC>");
    }

    @Test
    void misbehavesInItsOwnWords() {
        trial.mode("water-utility/changeHolder", "{\"mode\":\"fault\"}");
        trial.mode("gas-utility", "{\"mode\":\"refuse\"}");
        trial.mode("heating-utility/RL02", "{\"mode\":\"fault\"}");

        assertThat(companies.changeWater(KEY, "OW-1", "张铭").body()).contains("W503");
        assertThat(problem(companies.changeGas(KEY, UtilitiesCaller.GAS, UtilitiesCaller.UNIT)))
                .isEqualTo("/problems/arrears");
        assertThat(companies.changeHeating("OW-1")).contains("<RC>90</RC>");
        trial.post("/sim/reset", "");
        assertThat(companies.changeHeating("OW-1")).contains("<RC>00</RC>");
    }

    private static String problem(HttpResponse<String> answer) {
        return json(answer).path("type").asText();
    }
}
