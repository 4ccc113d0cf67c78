package org.onewindow.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.onewindow.simulators.FundCaller.HOME;
import static org.onewindow.simulators.FundCaller.WANG;

import org.junit.jupiter.api.Test;

/** The hub is killed and the broker inside it with it; the simulators live on. */
class BrokerAwayTest {

    @Test
    void findsTheBrokerAgainThoughItLostEverything() {
        try (var broker = new CityBroker();
                var trial = new Trial(Settings.onFreePort(Trial.CITY).withBroker(broker.url(), "gjj", "trial-gjj"))) {
            assertThat(askAt(broker, "ZW01")).contains("<code>00</code>");

            broker.stop();
            await().until(() -> fundState(trial).equals("connecting"));
            broker.start();
            await().until(() -> fundState(trial).equals("connected"));

            assertThat(askAt(broker, "ZW02")).contains("<code>00</code>");
        }
    }

    @Test
    void startsBeforeTheBrokerDoes() {
        try (var broker = new CityBroker()) {
            broker.stop();
            try (var trial = new Trial(Settings.onFreePort(Trial.CITY).withBroker(broker.url(), "gjj", "trial-gjj"))) {
                assertThat(fundState(trial)).isEqualTo("connecting");

                broker.start();

                await().until(() -> fundState(trial).equals("connected"));
            }
        }
    }

    private static String askAt(CityBroker broker, String serial) {
        try (var fund = new FundCaller(broker.url())) {
            return fund.lien(serial, WANG, HOME);
        }
    }

    private static String fundState(Trial trial) {
        return Trial.json(trial.get("/sim/health")).path("housingFund").asText();
    }
}
