package org.onewindow.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.CaseNumber;

class SubmissionTest {

    private final Api zhang = TestHub.citizen("zhang");

    @Test
    void takesAnApplicationAndSaysWhereItIs() {
        var reply = zhang.post("/v1/cases", Application.complete(zhang).toString());

        assertThat(reply.status()).isEqualTo(202);
        var number = reply.json().path("number").asText();
        assertThat(reply.header("Location")).isEqualTo("/v1/cases/" + number);
        assertThat(reply.json().path("state").path("finished").asBoolean()).isFalse();
        assertThat(reply.json().path("outcome").isNull()).isTrue();
        assertThat(TestHub.cases().find(new CaseNumber(number))).isPresent();
        assertThat(zhang.get("/v1/cases/" + number).json().path("number").asText())
                .isEqualTo(number);
    }

    @Test
    void answersTheSameKeyWithTheSameCase() {
        var key = UUID.randomUUID().toString();
        var request = Application.transfer().toString();
        var first = zhang.post("/v1/cases", request, key);

        var second = zhang.post("/v1/cases", request, key);

        assertThat(second.status()).isEqualTo(202);
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    }

    @Test
    void refusesAKeyThatStandsForAnotherRequest() {
        var key = UUID.randomUUID().toString();
        zhang.post("/v1/cases", Application.transfer().toString(), key);

        var reply = zhang.post("/v1/cases", Application.transfer().toString(), key);

        assertThat(reply.problem()).isEqualTo("422 idempotency-key-reused");
    }

    @Test
    void opensOneCaseForManyAtTheSameMoment() throws Exception {
        var key = UUID.randomUUID().toString();
        var request = Application.transfer("鲁(2016)济南市不动产权第" + key.substring(0, 8) + "号")
                .toString();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, 20)
                    .<Callable<Api.Reply>>mapToObj(_ -> () -> zhang.post("/v1/cases", request, key))
                    .toList();

            var replies = threads.invokeAll(calls).stream()
                    .map(done -> done.resultNow())
                    .toList();

            assertThat(replies).allMatch(reply -> reply.status() == 202 || reply.status() == 409);
            assertThat(replies.stream()
                            .filter(reply -> reply.status() == 202)
                            .map(reply -> reply.header("Location"))
                            .distinct())
                    .hasSize(1);
            assertThat(replies.stream()
                            .filter(reply -> reply.status() == 202
                                    && reply.header("Idempotency-Replayed").isEmpty()))
                    .hasSize(1);
        }
    }

    @Test
    void takesTheTokensCitizenForTheApplicantWhereNoneIsNamed() {
        var request = Application.transfer();
        request.remove("applicant");

        var reply = zhang.post("/v1/cases", request.toString());

        var found =
                TestHub.cases().find(new CaseNumber(reply.json().path("number").asText()));
        assertThat(found)
                .hasValueSatisfying(opened ->
                        assertThat(opened.request().applicant().idNumber()).isEqualTo("370102198503078212"));
    }

    @Test
    void asksForAMandateToApplyForSomebodyElse() {
        var reply =
                TestHub.citizen("li").post("/v1/cases", Application.transfer().toString());

        assertThat(reply.problem()).isEqualTo("403 mandate-needed /applicant=mandate-needed");
    }

    @Test
    void refusesAnotherNameUnderOnesOwnNumber() {
        var request = Application.transfer();
        request.withObject("/applicant").put("name", "张三");

        assertThat(zhang.post("/v1/cases", request.toString()).problem())
                .isEqualTo("422 request-invalid /applicant/name=name-differs");
    }

    @Test
    void letsTheWindowApplyForThePersonInFrontOfIt() {
        var reply = TestHub.client("window")
                .post(
                        "/v1/cases",
                        Application.transfer().put("channel", "window").toString());

        assertThat(reply.status()).isEqualTo(202);
        assertThat(zhang.get(reply.header("Location")).status()).isEqualTo(200);
    }

    @Test
    void waitsAsLongAsIsPreferred() {
        long begin = System.nanoTime();
        var reply = Api.send(zhang.request("/v1/cases")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Prefer", "respond-async, wait=1")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                        Application.transfer().toString())));

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.header("Preference-Applied")).isEqualTo("wait=1");
        assertThat(System.nanoTime() - begin).isGreaterThan(900_000_000L);
    }
}
