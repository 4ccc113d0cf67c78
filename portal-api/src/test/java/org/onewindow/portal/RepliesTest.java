package org.onewindow.portal;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.onewindow.cases.CaseState;
import org.onewindow.cases.StepSnapshot;
import org.onewindow.cases.StepState;

/** Departments call back: they prove who they are, and the correlation authorises nothing. */
class RepliesTest {

    private static final String BODY = Departments.registration("T");

    private final Api zhang = TestHub.citizen("zhang");

    @Test
    void refusesACallbackThatIsNotSigned() {
        var correlation = waitingForTheRegistry().step("transfer").correlation();

        var reply = Api.send(new Api("en", "")
                .request("/v1/replies/land-registry/" + correlation)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(BODY)));

        assertThat(reply.problem()).isEqualTo("401 not-authenticated");
    }

    @Test
    void refusesACallbackThatIsTooOldOrOfAnotherDepartment() {
        var waiting = waitingForTheRegistry();
        var correlation = waiting.step("transfer").correlation();
        var old = TestHub.clock().instant().minus(Duration.ofMinutes(6));

        assertThat(Callbacks.landRegistry(correlation, BODY, old).problem()).isEqualTo("401 not-authenticated");
        assertThat(Callbacks.paymentPlatform(correlation, BODY).problem()).isEqualTo("404 not-found");
        assertThat(waiting.step("transfer").state()).isEqualTo(StepState.WAITING);
    }

    @Test
    void knowsNoCorrelationOfNoStepAndNoDepartmentWithoutAFolder() {
        var now = TestHub.clock().instant();

        assertThat(Callbacks.landRegistry("0".repeat(32), BODY, now).problem()).isEqualTo("404 not-found");
        assertThat(Api.send(new Api("en", "").request("/v1/replies/weather/1").POST(BodyPublishers.ofString("{}")))
                        .problem())
                .isEqualTo("404 not-found");
    }

    @Test
    void takesNoTokenForASignature() {
        var correlation = waitingForTheRegistry().step("transfer").correlation();

        for (var caller :
                new Api[] {TestHub.client("window"), TestHub.client("operator"), TestHub.department("land-registry")}) {
            var reply = Api.send(caller.request("/v1/replies/land-registry/" + correlation)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(BODY)));
            assertThat(reply.status()).isEqualTo(401);
        }
    }

    @Test
    void takesAnotherAmountForAnOperatorsTaskAndForNoPayment() {
        var departments = waitingForThePayment();

        assertThat(departments.paid(1_279_999).status()).isEqualTo(204);

        assertThat(departments.step("payment").state()).isNotEqualTo(StepState.DONE);
        assertThat(departments.step("clearance").state()).isEqualTo(StepState.PLANNED);
        assertThat(TestHub.client("operator").get("/v1/admin/tasks").raw().body())
                .contains(departments.now().number().text());
    }

    @Test
    void takesAnOperatorsWordForAPaymentOnlyWithThePayment() {
        var departments = waitingForThePayment();
        departments.paid(1_279_999);
        var task = TestHub.cases().tasks(departments.now().number()).getFirst().id();
        var at = "/v1/admin/tasks/" + task + "/resolution";
        var operator = TestHub.client("operator");

        assertThat(operator.post(at, "{\"resolution\": \"happened\", \"reason\": \"the rest came later\"}")
                        .problem())
                .isEqualTo(
                        "422 request-invalid /facts/amountFen=required /facts/paymentReference=required /facts/paidAt=required");
        assertThat(operator.post(
                                at,
                                """
                        {"resolution": "happened", "reason": "the rest came later", "facts":
                         {"amountFen": 1280000.5, "paymentReference": "P1", "paidAt": "yesterday"}}""")
                        .problem())
                .isEqualTo("422 request-invalid /facts/amountFen=wrong-format /facts/paidAt=wrong-format");
        assertThat(departments.step("payment").state()).isEqualTo(StepState.STUCK);

        var settled = operator.post(
                at,
                """
                {"resolution": "happened", "reason": "the rest came later", "facts":
                 {"amountFen": 1280000, "paymentReference": "P1", "paidAt": "2026-11-24T10:00:00+08:00"}}""");
        assertThat(settled.status()).isEqualTo(200);
        assertThat(departments.step("payment"))
                .returns(StepState.DONE, StepSnapshot::state)
                .extracting(StepSnapshot::facts, as(InstanceOfAssertFactories.MAP))
                .containsEntry("paymentReference", "P1");
    }

    private Departments waitingForThePayment() {
        var reply = zhang.post("/v1/cases", Application.complete(zhang).toString());
        var departments = new Departments(reply.json().path("number").asText()).awaitState(CaseState.REVIEWING);
        TestHub.citizen("wang").post(reply.header("Location") + "/confirmations", "{\"agree\": true}");
        return departments.answer(Departments.friendly());
    }

    private Departments waitingForTheRegistry() {
        var departments = waitingForThePayment();
        departments.paid(1_280_000);
        departments.answer(Map.copyOf(Departments.friendly()));
        assertThat(departments.step("transfer").state()).isEqualTo(StepState.WAITING);
        return departments;
    }
}
