package org.onewindow.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.onewindow.simulators.FundCaller.GB18030;
import static org.onewindow.simulators.FundCaller.HOME;
import static org.onewindow.simulators.FundCaller.LI;
import static org.onewindow.simulators.FundCaller.PLEDGED;
import static org.onewindow.simulators.FundCaller.WANG;
import static org.onewindow.simulators.FundCaller.ZHANG;
import static org.onewindow.simulators.FundCaller.application;
import static org.onewindow.simulators.FundCaller.field;
import static org.onewindow.simulators.FundCaller.request;
import static org.onewindow.simulators.FundCaller.text;
import static org.onewindow.simulators.Trial.json;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HousingFundTest {

    private static final CityBroker BROKER = new CityBroker();
    private static final String REPLIES = "HUB.GJJ.RSP";

    private final Trial trial = new Trial(Settings.onFreePort(Trial.CITY).withBroker(BROKER.url(), "gjj", "trial-gjj"));
    private final FundCaller fund = new FundCaller(BROKER.url());

    @AfterEach
    void close() {
        fund.close();
        trial.close();
    }

    @AfterAll
    static void stop() {
        BROKER.close();
    }

    @Test
    void tellsOfAPledgeAsTheContractShows() {
        var answer = fund.lien("ZW01", LI, PLEDGED);

        assertThat(answer.replaceAll(">\\s+<", "><"))
                .isEqualTo("<gjj-reply><serial>ZW01</serial><code>00</code><pledged>true</pledged><loans><loan>"
                        + "<contractNo>GJJ-2019-118820</contractNo><outstanding>312000.55</outstanding>"
                        + "<since class=\"sql-date\">2019-09-18</since></loan></loans></gjj-reply>");
        assertThat(trial.effects("housing-fund")).isEmpty();
    }

    @Test
    void tellsOfNoPledgeWhereThereIsNone() {
        var answer = fund.lien("ZW01", WANG, HOME);

        assertThat(field(answer, "pledged")).isEqualTo("false");
        assertThat(answer).doesNotContain("loan");
    }

    @Test
    void answersWithThePropertiesOfTheRequest() {
        var body = request("LIEN_QUERY", "ZW01", WANG + "<property><certNo>" + HOME + "</certNo></property>");

        var correlation = fund.send("LIEN_QUERY", body.getBytes(GB18030));
        var answer = fund.receive(REPLIES, correlation).orElseThrow();

        assertThat(FundCaller.property(answer, "GJJ_TXN")).isEqualTo("LIEN_QUERY");
        assertThat(FundCaller.property(answer, "GJJ_ORG")).isEqualTo("ZWFW");
    }

    @Test
    void answersOnItsOwnQueueWhereNoneIsNamed() {
        fund.replyTo = null;

        var correlation = fund.send(
                "WITHDRAW_QUERY",
                request("WITHDRAW_QUERY", "ZW01", "<caseNo>OW-1</caseNo>").getBytes(GB18030));

        assertThat(field(text(fund.receive("GJJ.RSP", correlation).orElseThrow()), "code"))
                .isEqualTo("00");
    }

    @Test
    void withdrawsQueriesCancelsAndPays() {
        var none = fund.ask("WITHDRAW_QUERY", "ZW01", "<caseNo>OW-1</caseNo>");
        var applied = fund.apply("ZW02", "OW-1", ZHANG, "50000.00");
        var number = field(applied, "applicationNo");
        var open = fund.ask("WITHDRAW_QUERY", "ZW03", "<caseNo>OW-1</caseNo>");
        var cancelled = fund.ask("WITHDRAW_CANCEL", "ZW04", "<applicationNo>" + number + "</applicationNo>");
        var after = fund.ask("WITHDRAW_QUERY", "ZW05", "<caseNo>OW-1</caseNo>");

        assertThat(none)
                .contains("<code>00</code>")
                .doesNotContain("applicationNo")
                .doesNotContain("state");
        assertThat(applied).contains("<expectedOn class=\"sql-date\">2026-11-27</expectedOn>");
        assertThat(field(open, "applicationNo")).isEqualTo(number);
        assertThat(field(open, "state")).isEqualTo("open");
        assertThat(field(cancelled, "code")).isEqualTo("00");
        assertThat(field(after, "state")).isEqualTo("cancelled");
        assertThat(trial.effects("housing-fund")).containsExactly("withdrawal-applied", "withdrawal-cancelled");
    }

    @Test
    void paysWhenItIsTimeAndTellsOfIt() {
        try (var events = fund.context().createConsumer(fund.context().createTopic("GJJ.EVENT"))) {
            var number = field(fund.apply("ZW01", "OW-1", ZHANG, "50000.00"), "applicationNo");

            trial.clock.advance(Duration.ofDays(3));
            var event = text(events.receive(10_000));
            var tooLate = fund.ask("WITHDRAW_CANCEL", "ZW02", "<applicationNo>" + number + "</applicationNo>");

            assertThat(field(event, "event")).isEqualTo("WITHDRAWAL_PAID");
            assertThat(field(event, "applicationNo")).isEqualTo(number);
            assertThat(field(event, "at")).matches("2026-11-27 1\\d:\\d\\d:\\d\\d\\.\\d{3} CST");
            assertThat(field(tooLate, "code")).isEqualTo("30");
            assertThat(trial.effects("housing-fund")).containsExactly("withdrawal-applied", "withdrawal-paid");
        }
    }

    @Test
    void tellsOfAPledgeReleased() {
        try (var events = fund.context().createConsumer(fund.context().createTopic("GJJ.EVENT"))) {
            var told = trial.post(
                    "/sim/housing-fund/events", "{\"event\":\"PLEDGE_RELEASED\",\"certNo\":\"" + PLEDGED + "\"}");

            assertThat(told.statusCode()).isEqualTo(202);
            assertThat(field(text(events.receive(10_000)), "certNo")).isEqualTo(PLEDGED);
            assertThat(field(fund.lien("ZW01", LI, PLEDGED), "pledged")).isEqualTo("false");
        }
    }

    @Test
    void answersInItsCodes() {
        assertThat(field(
                        fund.apply(
                                "ZW01",
                                "OW-1",
                                "<person><name>郑秀英</name><idNo>370104195501052026</idNo></person>",
                                "1.00"),
                        "code"))
                .isEqualTo("10");
        assertThat(field(fund.apply("ZW02", "OW-1", ZHANG, "185000.01"), "code"))
                .isEqualTo("11");
        assertThat(field(fund.apply("ZW03", "OW-1", ZHANG, "5000.0"), "code")).isEqualTo("20");
        assertThat(field(fund.apply("ZW04", "", ZHANG, "5000.00"), "code")).isEqualTo("20");
        assertThat(field(fund.lien("ZW05", WANG, PLEDGED), "code")).isEqualTo("20");
        assertThat(field(fund.ask("WITHDRAW_CANCEL", "ZW06", "<applicationNo>TQ1</applicationNo>"), "code"))
                .isEqualTo("31");
        assertThat(field(fund.ask("PRINT_MONEY", "ZW07", ""), "code")).isEqualTo("20");
        assertThat(field(fund.lien("ZW0000000000000000000", WANG, HOME), "code"))
                .isEqualTo("20");
    }

    @Test
    void givesTheFirstAnswerToASerialForTwoDays() {
        var first = fund.apply("ZW01", "OW-1", ZHANG, "50000.00");
        var second = fund.apply("ZW01", "OW-2", LI, "1.00");
        trial.clock.advance(Duration.ofHours(49));
        var third = fund.apply("ZW01", "OW-1", ZHANG, "50000.00");

        assertThat(second).isEqualTo(first);
        assertThat(field(third, "applicationNo")).isNotEqualTo(field(first, "applicationNo"));
        assertThat(trial.effects("housing-fund")).containsExactly("withdrawal-applied", "withdrawal-applied");
    }

    @Test
    void answersAfterTheNightlyBatchOnly() {
        trial.clock.advanceTo(22, 5);
        var correlation = fund.send(
                "WITHDRAW_APPLY",
                request("WITHDRAW_APPLY", "ZW01", application("OW-1", ZHANG, "1.00"))
                        .getBytes(GB18030));

        var silent = fund.isSilent(REPLIES, correlation);
        trial.clock.advanceTo(2, 1);
        var answer = fund.receive(REPLIES, correlation);

        assertThat(silent).isTrue();
        assertThat(field(text(answer.orElseThrow()), "code")).isEqualTo("00");
    }

    @Test
    void putsWhatIsNoBeanOnTheErrorQueue() {
        var right = request("LIEN_QUERY", "ZW01", WANG + "<property><certNo>" + HOME + "</certNo></property>");

        assertThat(reasonFor("hello".getBytes(GB18030))).contains("no XML");
        assertThat(reasonFor(right.getBytes(StandardCharsets.UTF_8))).contains("GB18030");
        assertThat(reasonFor(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + right).getBytes(GB18030)))
                .contains("another encoding");
        assertThat(reasonFor(right.replace("<txn>", "<extra/><txn>").getBytes(GB18030)))
                .contains("no bean");
        assertThat(reasonFor(right.replace("gjj-request", "gjj-reply").getBytes(GB18030)))
                .contains("no bean");
        assertThat(reasonFor(right.replace("10:00:00.000 CST", "10:00").getBytes(GB18030)))
                .contains("no bean");
        assertThat(reasonFor(
                        right.replace("<txn>", "<amount>much</amount><txn>").getBytes(GB18030)))
                .contains("no bean");
        assertThat(reasonFor(right.replace("<person>", "<person class=\"java.lang.ProcessBuilder\">")
                        .getBytes(GB18030)))
                .contains("no bean");
        assertThat(reasonFor(("<!DOCTYPE gjj-request [<!ENTITY x SYSTEM \"" + trial.uri("/sim/canary") + "\">]>"
                                + right.replace("ZW01", "&x;"))
                        .getBytes(GB18030)))
                .contains("no XML");
        assertThat(trial.outcomes("canary")).isEmpty();
    }

    @Test
    void takesABeanDeclaredInItsOwnEncoding() {
        var right = request("WITHDRAW_QUERY", "ZW01", "<caseNo>OW-1</caseNo>");

        var correlation =
                fund.send("WITHDRAW_QUERY", ("<?xml version=\"1.0\" encoding=\"GB18030\"?>" + right).getBytes(GB18030));

        assertThat(field(text(fund.receive(REPLIES, correlation).orElseThrow()), "code"))
                .isEqualTo("00");
    }

    @Test
    void readsNothingButBytes() {
        var correlation = fund.send("LIEN_QUERY", fund.context().createTextMessage("<gjj-request/>"));

        var error = fund.receive("GJJ.ERR", correlation).orElseThrow();

        assertThat(FundCaller.property(error, "GJJ_REASON")).isEqualTo("not a BytesMessage");
    }

    @Test
    void doesNotKeepTryAgainLater() {
        trial.mode("housing-fund/WITHDRAW_APPLY", "{\"mode\":\"fault\",\"times\":1}");

        var busy = fund.apply("ZW01", "OW-1", ZHANG, "50000.00");
        var done = fund.apply("ZW01", "OW-1", ZHANG, "50000.00");

        assertThat(field(busy, "code")).isEqualTo("91");
        assertThat(field(done, "code")).isEqualTo("00");
        assertThat(trial.effects("housing-fund")).containsExactly("withdrawal-applied");
    }

    @Test
    void answersTwiceNeverHalfOrInAnotherLanguageWhenToldTo() {
        assertThat(copies("duplicate")).hasValue(2);
        assertThat(copies("effect-then-cut")).hasValue(0);
        assertThat(copies("hang")).hasValue(0);
        assertThat(bodyUnder("half")).startsWith("<gjj-reply>").doesNotContain("</gjj-reply>");
        assertThat(bodyUnder("garbage")).contains("系统维护中");
        assertThat(bodyUnder("xxe")).contains("<!DOCTYPE");
        assertThat(field(bodyUnder("refuse"), "code")).isEqualTo("11");
        assertThat(field(bodyUnder("500"), "code")).isEqualTo("90");
        assertThat(trial.effects("housing-fund"))
                .as("duplicate, effect-then-cut and half have their effect")
                .hasSize(3);
    }

    @Test
    void leavesMessagesInTheQueueWhileDown() {
        trial.mode("housing-fund", "{\"mode\":\"down\"}");
        var correlation = fund.send(
                "WITHDRAW_QUERY",
                request("WITHDRAW_QUERY", "ZW01", "<caseNo>OW-1</caseNo>").getBytes(GB18030));

        var silent = fund.isSilent(REPLIES, correlation);
        trial.send("DELETE", "/sim/modes", Map.of(), "");

        assertThat(silent).isTrue();
        assertThat(fund.receive(REPLIES, correlation)).isPresent();
    }

    private String reasonFor(byte[] body) {
        var error = fund.receive("GJJ.ERR", fund.send("LIEN_QUERY", body)).orElseThrow();
        return FundCaller.property(error, "GJJ_REASON");
    }

    /** How many answers come under this mode. */
    private Optional<Integer> copies(String mode) {
        trial.mode("housing-fund", "{\"mode\":\"" + mode + "\",\"times\":1}");
        var correlation = sendApplication(mode);
        await().until(() -> !json(trial.get("/sim/calls?department=housing-fund&caseNumber=" + mode))
                .isEmpty());
        int copies = 0;
        while (!fund.isSilent(REPLIES, correlation)) {
            copies++;
        }
        return Optional.of(copies);
    }

    private String bodyUnder(String mode) {
        trial.mode("housing-fund", "{\"mode\":\"" + mode + "\",\"times\":1}");
        return text(fund.receive(REPLIES, sendApplication(mode)).orElseThrow());
    }

    private String sendApplication(String caseNumber) {
        var body = request("WITHDRAW_APPLY", "S-" + caseNumber, application(caseNumber, ZHANG, "1.00"));
        return fund.send("WITHDRAW_APPLY", body.getBytes(GB18030));
    }
}
