package org.onewindow.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.DepartmentReply.Refused;
import org.onewindow.cases.CaseState;

/** A case told while it goes on, over real connections. */
class CaseEventsTest {

    private final Api zhang = TestHub.citizen("zhang");
    private final Api wang = TestHub.citizen("wang");
    private final List<Follower> followers = new ArrayList<>();

    @AfterEach
    void hangUp() {
        followers.forEach(Follower::close);
    }

    private Follower follow(Api caller, String path, String... headers) {
        var follower = Follower.of(caller, path, headers);
        followers.add(follower);
        return follower;
    }

    private String open() {
        return zhang.post("/v1/cases", Application.complete(zhang).toString()).header("Location");
    }

    private static Departments departments(String path) {
        return new Departments(path.substring("/v1/cases/".length()));
    }

    private static void refuse(Departments departments) {
        departments.answer(Map.of("title", new Refused("title-unknown", "no such title")));
    }

    @Test
    void tellsTheTimelineLineByLineAndThenTheEnd() throws JsonProcessingException {
        var path = open();
        var departments = departments(path).awaitState(CaseState.REVIEWING);
        var follower = follow(zhang, path + "/events").awaitEvents(3);

        refuse(departments);

        var events = follower.awaitEnd().events();
        var timeline = zhang.get(path + "/timeline").json().path("items");
        assertThat(follower.status()).isEqualTo(200);
        assertThat(follower.ids()).isEqualTo(upTo(timeline.size()));
        for (int i = 0; i < timeline.size(); i++) {
            assertThat(Api.JSON.readTree(events.get(i).data())).isEqualTo(timeline.path(i));
            assertThat(events.get(i).name())
                    .isEqualTo(timeline.path(i).path("kind").asText());
        }
        var end = Api.JSON.readTree(events.getLast().data());
        assertThat(events.getLast().name()).isEqualTo("end");
        assertThat(end.path("code").asText()).isEqualTo("refused");
        assertThat(end.path("finished").asBoolean()).isTrue();
        assertThat(follower.header("Content-Type")).startsWith("text/event-stream");
        assertThat(follower.header("X-Accel-Buffering")).isEqualTo("no");
        assertThat(follower.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void goesOnAfterTheLastLineThatWasHeard() {
        var path = open();
        var departments = departments(path).awaitState(CaseState.REVIEWING);
        follow(zhang, path + "/events").awaitEvents(3).close();
        wang.post(path + "/confirmations", "{\"agree\": true}");

        var byHeader = follow(zhang, path + "/events?after=1", "Last-Event-ID", "3");
        var byParameter = follow(zhang, path + "/events?after=3");
        refuse(departments);

        int length = zhang.get(path + "/timeline").json().path("items").size();
        var missed = upTo(length).subList(3, length);
        assertThat(byHeader.awaitEnd().ids()).isEqualTo(missed);
        assertThat(byParameter.awaitEnd().ids()).isEqualTo(missed);
        assertThat(follow(zhang, path + "/events?after=" + length).status())
                .as("nothing will follow: do not come back")
                .isEqualTo(204);
    }

    @Test
    void refusesAPlaceThatIsNone() {
        var path = open();

        for (var after : new String[] {"-1", "x", "1e3", "9999", "99999999999999999999", "01", ""}) {
            assertThat(follow(zhang, path + "/events?after=" + after).status()).isEqualTo(400);
        }
    }

    @Test
    void isForThoseWhoMaySeeTheCase() {
        var path = open();
        departments(path).awaitState(CaseState.REVIEWING);

        assertThat(Api.send(zhang.request(path + "/events")
                                .header("Accept", "application/json")
                                .GET())
                        .problem())
                .isEqualTo("406 not-acceptable");
        assertThat(follow(TestHub.citizen("li"), path + "/events").status()).isEqualTo(404);
        assertThat(follow(new Api("en", "x"), path + "/events").status()).isEqualTo(401);
        assertThat(follow(wang, path + "/events").awaitEvents(2).status()).isEqualTo(200);
        assertThat(follow(TestHub.client("window"), path + "/events")
                        .awaitEvents(2)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void endsWithTheToken() throws Exception {
        var path = open();
        departments(path).awaitState(CaseState.REVIEWING);

        var follower = follow(lastingSeconds(2), path + "/events").awaitEnd();

        assertThat(follower.status()).isEqualTo(200);
        assertThat(follower.events())
                .extracting(Follower.Event::name)
                .contains("received")
                .doesNotContain("end");
    }

    /** 张铭 with a token that is about to run out. */
    private Api lastingSeconds(int seconds) throws Exception {
        var key = JWK.parse(Files.readString(TestHub.bean(PortalSettings.class)
                        .secrets()
                        .resolve("issuer")
                        .resolve("key.json")))
                .toRSAKey();
        var claims = new JWTClaimsSet.Builder(SignedJWT.parse(zhang.token()).getJWTClaimsSet())
                .expirationTime(Date.from(Instant.now().plusSeconds(seconds)))
                .build();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(key));
        return new Api("zh-CN", token.serialize());
    }

    @Test
    void saysThatTheLineIsAlive() {
        var path = open();
        departments(path).awaitState(CaseState.REVIEWING);

        follow(zhang, path + "/events").awaitMore(":still here");
    }

    @Test
    void takesSoManyOfOneCallerAndFreesTheirPlacesAgain() {
        var path = open();
        departments(path).awaitState(CaseState.REVIEWING);
        var operator = TestHub.client("operator");
        IntStream.range(0, TestWiring.STREAMS_PER_CALLER)
                .forEach(_ -> follow(operator, path + "/events").awaitEvents(1));

        var refused = follow(operator, path + "/events");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("5");
        assertThat(follow(wang, path + "/events").status()).isEqualTo(200);
        followers.forEach(Follower::close);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> follow(operator, path + "/events").status() == 200);
    }

    @Test
    void isHeldUpByNobodyWhoDoesNotRead() throws IOException {
        var path = open();
        var departments = departments(path).awaitState(CaseState.REVIEWING);
        try (var _ = Follower.deaf(wang, path + "/events");
                var _ = Follower.deaf(wang, path + "/events")) {
            var follower = follow(zhang, path + "/events").awaitEvents(3);

            refuse(departments);

            assertThat(follower.awaitEnd().events().getLast().name()).isEqualTo("end");
        }
    }

    @Test
    void outlivesADatabaseThatIsAwayForAWhile() {
        var path = open();
        var departments = departments(path).awaitState(CaseState.REVIEWING);
        var follower = follow(zhang, path + "/events").awaitEvents(3);
        var line = TestHub.bean(Relay.class);
        line.cut();
        follower.awaitMore(":still here");
        line.join();

        Awaitility.await().atMost(Duration.ofSeconds(20)).ignoreExceptions().untilAsserted(() -> refuse(departments));

        var events = follower.awaitEnd().events();
        assertThat(events.getLast().name()).isEqualTo("end");
        assertThat(follower.ids())
                .isEqualTo(
                        upTo(zhang.get(path + "/timeline").json().path("items").size()));
    }

    private static List<String> upTo(int length) {
        return IntStream.rangeClosed(1, length).mapToObj(Integer::toString).toList();
    }
}
