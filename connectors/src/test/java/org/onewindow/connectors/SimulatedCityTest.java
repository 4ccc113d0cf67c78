package org.onewindow.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.canonical.DepartmentReply;
import org.onewindow.canonical.DepartmentReply.Answered;
import org.onewindow.canonical.DepartmentReply.Pending;
import org.onewindow.connectors.broker.BrokerUser;
import org.onewindow.connectors.broker.EmbeddedBroker;
import org.onewindow.simulators.Settings;
import org.onewindow.simulators.Simulators;

/** The departments' folders against the simulators, which know nothing but the contracts. */
final class SimulatedCityTest {

    private static final String[] ALL = {
        "tax",
        "land-registry",
        "civil-affairs",
        "housing-fund",
        "payment-platform",
        "water-utility",
        "gas-utility",
        "heating-utility",
        "public-security"
    };

    @TempDir
    Path folder = Path.of("");

    private EmbeddedBroker broker;
    private Simulators simulators;
    private TestHouse house;

    @BeforeEach
    void open() throws Exception {
        int port = freePort();
        var fund = new BrokerUser("gjj", "trial-gjj", List.of("GJJ.#", "HUB.GJJ.#"));
        broker = EmbeddedBroker.start(folder.resolve("broker"), port, List.of(fund));
        var settings = Settings.onFreePort(RealTree.ROOT.resolve("demo/city.yaml"))
                .withBroker("tcp://127.0.0.1:" + port, "gjj", "trial-gjj");
        simulators = Simulators.start(settings, new TestClock(Instant.parse("2026-11-24T01:30:15Z")));
        var setup = TestHouse.Setup.in(folder.resolve("secrets"))
                .over(broker.connectionFactory())
                .at(simulators.uri().toString())
                .patiently();
        house = TestHouse.with(setup, ALL);
    }

    @AfterEach
    void close() {
        house.close();
        simulators.close();
        broker.close();
    }

    @Test
    void takesTheHubsMessagesAndAnswersThem() {
        assertThat(answered("land-registry", "title")).containsEntry("usage", "residential");
        assertThat(answered("land-registry", "count-homes")).containsKey("count");
        assertThat(answered("civil-affairs", "marital-status")).containsKey("status");
        assertThat(answered("tax", "assess-transfer-tax")).containsKeys("assessmentNumber", "totalFen");
        assertThat(house.call("payment-platform", "create-bill")).isInstanceOf(Pending.class);
        assertThat(answered("payment-platform", "bill")).isEmpty();
    }

    @Test
    void changesTheHoldersOfAHomesAccounts() {
        for (var company : List.of("water-utility", "gas-utility", "heating-utility")) {
            assertThat(answered(company, "account"))
                    .containsEntry("holderName", "王*")
                    .containsEntry("debtFen", 0L);
            assertThat(answered(company, "change-holder")).containsKeys("changeNumber", "effectiveOn");
            assertThat(answered(company, "account")).containsEntry("holderName", "张*");
        }
    }

    @Test
    void tellsByTwoLookUpsWhatHouseholdRegisterSomebodyHas() {
        assertThat(answered("public-security", "locate-register"))
                .containsEntry(
                        "licences",
                        List.of(Map.of("number", "H3701-000002", "certificate", "62ef5175200c31d2b77fd7fbc87cf19d")));
        assertThat(answered("public-security", "fetch-register"))
                .extractingByKey("licence")
                .asString()
                .contains("number=H3701-000002", "state=valid", "王强", "陈静");
    }

    @Test
    void movesSomebodyToAHomeOfTheirOwn() {
        assertThat(answered("public-security", "register-move"))
                .containsKeys("moveNumber", "movedOn", "register")
                .containsEntry("ended", "H3701-000001");
    }

    @Test
    void answersAnInquiryByQueue() {
        var fund = house.department("housing-fund");
        var sending = Sending.waiting(
                TestHouse.KEY, "c1", TestHouse.request("housing-fund", "lien-query"), Duration.ofSeconds(10));

        var reply = house.connectors.call(
                fund, fund.operation("lien-query"), house.message("housing-fund", "lien-query"), sending);

        assertThat(reply).isInstanceOfSatisfying(Answered.class, lien -> assertThat(lien.facts())
                .containsKey("pledged"));
    }

    @Test
    void answersAnActByQueueUnderItsCorrelation() {
        Queue<DepartmentReply> replies = new ConcurrentLinkedQueue<>();
        var fund = house.department("housing-fund");
        house.connectors.onQueueReply((department, correlation, headers, body) -> {
            assertThat(correlation).isEqualTo(TestHouse.CORRELATION);
            replies.add(house.connectors
                    .read(
                            fund,
                            fund.operation("withdraw-apply"),
                            TestHouse.request("housing-fund", "withdraw-apply"),
                            headers,
                            body)
                    .reply());
        });

        house.call("housing-fund", "withdraw-apply");

        await().until(() -> !replies.isEmpty());
        assertThat(replies.element()).isInstanceOfSatisfying(Answered.class, applied -> assertThat(applied.facts())
                .containsKey("applicationNumber"));
    }

    private Map<String, Object> answered(String department, String sample) {
        return switch (house.call(department, sample)) {
            case Answered(var facts) -> facts;
            case Pending(var facts, var later) when later == null -> facts;
            case DepartmentReply other -> throw new AssertionError(department + "/" + sample + ": " + other);
        };
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
