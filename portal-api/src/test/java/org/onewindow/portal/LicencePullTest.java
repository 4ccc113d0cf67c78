package org.onewindow.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.IdType;
import org.onewindow.cases.IdentityHash;
import org.onewindow.licences.keys.HolderId;

/** Licences that are pulled from the department that issued them, by their holders. */
class LicencePullTest {

    private static final String ZHANG = "370102198503078212";
    private static final String LI = "370102198611120027";
    private static final String WANTED = "{\"type\": \"household-register\"}";

    private final Api zhang = TestHub.citizen("zhang");
    private final long before = TestHub.sql()
            .sql("select coalesce(max(seq), 0) from audit.event")
            .query(Long.class)
            .single();

    @BeforeEach
    void waitAMinute() {
        TestHub.asOwner("update lic.asked set asked_at = asked_at - interval '1 minute'");
    }

    @AfterEach
    void forget() {
        Bureau.has("", "");
    }

    @Test
    void pullsTheHoldersOwnOnceAndItsChangeAsTheNextVersion() {
        Bureau.has(ZHANG, "济南市历下区泉城路1号");

        var first = zhang.post("/v1/me/licences:pull", WANTED);
        waitAMinute();
        zhang.post("/v1/me/licences:pull", WANTED);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.json().path("items").findValuesAsText("state")).contains("valid");
        assertThat(first.raw().body()).doesNotContain(ZHANG, "张铭", Bureau.NUMBER);
        assertThat(register().path("version").asInt()).isEqualTo(1);
        Bureau.has(ZHANG, "济南市市中区经四路18号");
        waitAMinute();
        zhang.post("/v1/me/licences:pull", WANTED);
        assertThat(register().path("version").asInt()).isEqualTo(2);
        assertThat(register().path("data").path("address").asText()).isEqualTo("济南市市中区经四路18号");
    }

    @Test
    void saysThatTheIssuerIsSilentAndThatNothingNeedBeBrought() {
        Bureau.has(ZHANG, "济南市历下区泉城路1号");
        Bureau.refuses(503);

        var told = zhang.in("en").post("/v1/me/licences:pull", WANTED);

        assertThat(told.problem()).isEqualTo("503 issuer-away");
        assertThat(told.header("Retry-After")).isEqualTo("5");
        assertThat(told.raw().body()).contains("nothing need be brought");
    }

    /** One person never uses up what the bureau takes. */
    @Test
    void asksOnceInAMinuteForOnePerson() {
        Bureau.has(ZHANG, "济南市历下区泉城路1号");
        zhang.post("/v1/me/licences:pull", WANTED);
        int asked = Bureau.QUESTIONS.get();

        var again = zhang.post("/v1/me/licences:pull", WANTED);

        assertThat(again.json().path("items").findValuesAsText("state")).contains("valid");
        assertThat(Bureau.QUESTIONS.get()).isEqualTo(asked);
    }

    /** That the bureau cannot read the question says nothing of what it has. */
    @Test
    void takesNoRefusalOfTheQuestionForNone() {
        Bureau.refuses(422);

        assertThat(zhang.post("/v1/me/licences:pull", WANTED).problem()).isEqualTo("503 issuer-away");
    }

    @Test
    void takesWhatCannotBeReadForNoAnswer() {
        Bureau.has(ZHANG, "济南市历下区泉城路1号");
        Bureau.forgetsTheDay();

        assertThat(zhang.post("/v1/me/licences:pull", WANTED).problem()).isEqualTo("503 issuer-away");
        assertThat(said()).containsExactly("issuer-said unreadable", "ask-issuer ok");
    }

    /** Nothing is kept of somebody who was erased, and who holds it with them has it all the same. */
    @Test
    void keepsWhatSomebodyHoldsWithWhomWasErased() {
        var number = "H" + UUID.randomUUID();
        var erased = HolderId.of(TestHub.bean(IdentityHash.class), IdType.PASSPORT, "E00000017");
        TestHub.asOwner("insert into lic.holder_key (holder, made_at, destroyed_at) values ('\\x" + erased.hex()
                + "', now(), now()) on conflict do nothing");
        Bureau.has(ZHANG, "济南市历下区泉城路1号");
        Bureau.numbersIt(number);
        Bureau.alsoNames("E00000017");

        assertThat(zhang.post("/v1/me/licences:pull", WANTED).status()).isEqualTo(200);

        assertThat(said()).containsExactly("issuer-said kept", "ask-issuer ok");
        assertThat(register(number).toString()).contains("泉城路1号").doesNotContain("E00000017", "某人", "members");
    }

    @Test
    void keepsTenAndSaysThatThereAreMore() {
        Bureau.has(ZHANG, "济南市历下区泉城路1号");
        Bureau.finds(11);

        assertThat(zhang.post("/v1/me/licences:pull", WANTED).status()).isEqualTo(200);

        assertThat(said()).startsWith("issuer-said too-many");
    }

    @Test
    void refusesALicenceOfAnotherPersonThanWasAskedAbout() {
        Bureau.has(LI, "济南市历下区泉城路1号");
        var wang = TestHub.citizen("wang");

        assertThat(wang.post("/v1/me/licences:pull", WANTED).problem()).isEqualTo("503 issuer-away");

        assertThat(wang.get("/v1/licences").raw().body()).doesNotContain("household-register");
        assertThat(TestHub.citizen("li").get("/v1/licences").raw().body()).doesNotContain("household-register");
        assertThat(said()).containsExactly("issuer-said foreign", "ask-issuer ok");
    }

    @Test
    void pullsNothingThatNobodyCanBeAskedForAndNothingForStaff() {
        int before = Bureau.QUESTIONS.get();

        assertThat(zhang.post("/v1/me/licences:pull", "{\"type\": \"resident-identity-card\"}")
                        .problem())
                .isEqualTo("422 request-invalid /type=not-pulled");
        assertThat(TestHub.client("window").post("/v1/me/licences:pull", WANTED).status())
                .isEqualTo(403);
        assertThat(Bureau.QUESTIONS.get()).isEqualTo(before);
    }

    @Test
    void writesDownThatItAskedAndThatThereWasNothing() {
        var sun = TestHub.citizen("sun");

        assertThat(sun.post("/v1/me/licences:pull", WANTED).json().path("items"))
                .isEmpty();

        assertThat(said()).containsExactly("issuer-said none", "ask-issuer ok");
    }

    /** The newest first, since this test began. */
    private List<String> said() {
        return TestHub.sql()
                .sql("select action || ' ' || outcome from audit.event where seq > ? and type = 'household-register'"
                        + " and action like '%issuer%' order by seq desc")
                .param(before)
                .query(String.class)
                .list();
    }

    private JsonNode register() {
        return register(Bureau.NUMBER);
    }

    private JsonNode register(String number) {
        for (var one : zhang.get("/v1/licences").json().path("items")) {
            if (one.path("number").asText().equals(number)) {
                return one;
            }
        }
        throw new AssertionError("no register");
    }
}
