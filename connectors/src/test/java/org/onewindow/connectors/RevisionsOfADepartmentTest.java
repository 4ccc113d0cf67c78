package org.onewindow.connectors;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.canonical.DepartmentReply.Answered;
import org.onewindow.canonical.DepartmentReply.Unavailable;
import org.onewindow.connectors.broker.EmbeddedBroker;

/** Two revisions of a department side by side: whoever began with the old one ends with it, and then it goes. */
class RevisionsOfADepartmentTest {

    private static final String LAND = "land-registry";

    @TempDir
    Path folder = Path.of("");

    @Test
    void theOldOneIsThereForThoseWhoNeedItAndGoesWhenNobodyDoes() {
        try (var house = registry()) {
            var old = house.department(LAND);
            var next = TestHouse.in("next", old);
            var before = house.routes();

            house.connectors.prepare(List.of(next));
            assertThat(house.routes())
                    .as("beside what serves")
                    .containsAll(before)
                    .hasSize(2 * before.size());
            house.connectors.serve(List.of(next), Set.of());

            assertThat(house.call(old, "title")).isInstanceOf(Answered.class);
            assertThat(house.call(next, "title")).isInstanceOf(Answered.class);

            house.connectors.retire(List.of(old));
            assertThat(house.routes()).as("cases need it").containsAll(before);
            house.connectors.retire(List.of());
            assertThat(house.routes()).hasSize(before.size()).allMatch(route -> route.endsWith(".next"));

            assertThat(house.call(old, "title"))
                    .as("made again where it is needed again")
                    .isInstanceOf(Answered.class);
        }
    }

    @Test
    void aDepartmentThatDidNotChangeKeepsItsDeskAndItsBreaker() {
        try (var house = registry()) {
            var land = house.department(LAND);
            house.city.resetMappings();
            for (int i = 0; i < 20; i++) {
                house.call(LAND, "title");
            }
            assertThat(house.connectors.stateOf(land).breaker()).isEqualTo("open");

            house.connectors.prepare(List.of(land));
            house.connectors.serve(List.of(land), Set.of());
            house.connectors.retire(List.of());

            assertThat(house.connectors.stateOf(land).breaker()).isEqualTo("open");
            house.connectors.serve(List.of(TestHouse.in("next", land)), Set.of());
            assertThat(house.meters.get("hub.department.breaker").gauge().value())
                    .as("the measure shows what serves")
                    .isZero();
        }
    }

    @Test
    void aDisabledDepartmentIsNotCalledInAnyRevision() {
        try (var house = registry()) {
            var land = house.department(LAND);
            house.connectors.serve(List.of(land), Set.of(LAND));

            assertThat(house.call(land, "title"))
                    .isInstanceOfSatisfying(
                            Unavailable.class, away -> assertThat(away.cause()).isEqualTo("disabled"));
            house.connectors.serve(List.of(land), Set.of());
            assertThat(house.call(land, "title")).isInstanceOf(Answered.class);
        }
    }

    @Test
    void aDepartmentThatIsGoneIsNotMeasuredAnyMore() {
        try (var house = registry()) {
            house.connectors.serve(List.of(), Set.of());
            house.connectors.retire(List.of());

            assertThat(house.routes()).isEmpty();
            assertThat(house.meters.find("hub.department.breaker").gauge()).isNull();
        }
    }

    @Test
    void whatComesByQueueIsHeardOnceWhicheverRevisionServes() throws Exception {
        try (var broker = EmbeddedBroker.start(folder.resolve("broker"), 0, List.of());
                var house = TestHouse.with(
                        TestHouse.Setup.in(folder.resolve("secrets")).over(broker.connectionFactory()),
                        "housing-fund");
                var connection = broker.connectionFactory().createConnection();
                var session = connection.createSession(Session.AUTO_ACKNOWLEDGE)) {
            var replies = new ConcurrentLinkedQueue<String>();
            var events = new ConcurrentLinkedQueue<String>();
            house.connectors.onQueueReply((_, correlation, _, _) -> replies.add(correlation));
            house.connectors.onEvent((_, _, subject) -> events.add(subject));
            var old = house.department("housing-fund");
            for (var revision : List.of("second", "third")) {
                var next = TestHouse.in(revision, old);
                house.connectors.prepare(List.of(next));
                house.connectors.serve(List.of(next), Set.of());
            }
            house.connectors.retire(List.of());

            for (int i = 0; i < 10; i++) {
                answer(session, "c" + i);
            }
            await().until(() -> replies.size() == 10);
            await().until(() -> house.routes().contains("department.housing-fund.events.third"));
            await().until(() -> {
                tell(session, "鲁1");
                return !events.isEmpty();
            });
            assertThat(replies).doesNotHaveDuplicates();
            assertThat(house.routes()).allMatch(route -> route.endsWith(".third"));
        }
    }

    private static void answer(Session session, String correlation) throws JMSException {
        var message = session.createBytesMessage();
        message.writeBytes("<gjj-reply/>".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        message.setJMSCorrelationID(correlation);
        session.createProducer(session.createQueue("HUB.GJJ.RSP")).send(message);
    }

    private static void tell(Session session, String title) throws JMSException {
        var message = session.createBytesMessage();
        message.writeBytes(("<gjj-event><event>PLEDGE_RELEASED</event><certNo>" + title
                        + "</certNo><at>2026-11-24 09:30:15.120 CST</at></gjj-event>")
                .getBytes(java.nio.charset.Charset.forName("GB18030")));
        session.createProducer(session.createTopic("GJJ.EVENT")).send(message);
    }

    private TestHouse registry() {
        var house = TestHouse.with(folder, LAND);
        house.city.stubFor(post("/land-registry/oauth/token").willReturn(okJson("{\"access_token\":\"t1\"}")));
        house.city.stubFor(any(urlPathMatching("/land-registry/v2/.*"))
                .willReturn(okJson(TestHouse.answer(LAND, "title", "json"))));
        return house;
    }
}
