package org.onewindow.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Licences that are pulled from the department that issued them, by their holders. */
class LicencePullTest {

    private static final String ZHANG = "370102198503078212";
    private static final String LI = "370102198611120027";
    private static final String WANTED = "{\"type\": \"household-register\"}";

    private final Api zhang = TestHub.citizen("zhang");

    @AfterEach
    void forget() {
        Bureau.has("", "");
    }

    @Test
    void pullsTheHoldersOwnOnceAndItsChangeAsTheNextVersion() {
        Bureau.has(ZHANG, "济南市历下区泉城路1号");

        var first = zhang.post("/v1/me/licences:pull", WANTED);
        zhang.post("/v1/me/licences:pull", WANTED);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.json().path("items").findValuesAsText("state")).contains("valid");
        assertThat(first.raw().body()).doesNotContain(ZHANG, "张铭", Bureau.NUMBER);
        assertThat(register().path("version").asInt()).isEqualTo(1);
        Bureau.has(ZHANG, "济南市市中区经四路18号");
        zhang.post("/v1/me/licences:pull", WANTED);
        assertThat(register().path("version").asInt()).isEqualTo(2);
        assertThat(register().path("data").path("address").asText()).isEqualTo("济南市市中区经四路18号");
    }

    @Test
    void saysThatTheIssuerIsSilentAndThatNothingNeedBeBrought() {
        Bureau.has(ZHANG, "济南市历下区泉城路1号");
        Bureau.isBusy();

        var told = zhang.in("en").post("/v1/me/licences:pull", WANTED);

        assertThat(told.problem()).isEqualTo("503 issuer-away");
        assertThat(told.header("Retry-After")).isEqualTo("5");
        assertThat(told.raw().body()).contains("nothing need be brought");
    }

    @Test
    void refusesALicenceOfAnotherPersonThanWasAskedAbout() {
        Bureau.has(LI, "济南市历下区泉城路1号");
        var wang = TestHub.citizen("wang");

        assertThat(wang.post("/v1/me/licences:pull", WANTED).problem()).isEqualTo("503 issuer-away");

        assertThat(wang.get("/v1/licences").raw().body()).doesNotContain("household-register");
        assertThat(TestHub.citizen("li").get("/v1/licences").raw().body()).doesNotContain("household-register");
        assertThat(TestHub.sql()
                        .sql("select count(*) from audit.event where action = 'issuer-said' and outcome = 'foreign'")
                        .query(Integer.class)
                        .single())
                .isPositive();
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

        assertThat(TestHub.sql()
                        .sql("select action || ' ' || outcome from audit.event where type = 'household-register'"
                                + " and holder = (select holder from audit.event where action = 'issuer-said' and outcome = 'none' order by seq desc limit 1)"
                                + " and action like '%issuer%' order by seq desc limit 2")
                        .query(String.class)
                        .list())
                .containsExactly("issuer-said none", "ask-issuer ok");
    }

    private JsonNode register() {
        for (var one : zhang.get("/v1/licences").json().path("items")) {
            if (one.path("number").asText().equals(Bureau.NUMBER)) {
                return one;
            }
        }
        throw new AssertionError("no register");
    }
}
