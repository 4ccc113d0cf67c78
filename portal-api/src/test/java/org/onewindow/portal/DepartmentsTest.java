package org.onewindow.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.DepartmentReply;

/** How departments are doing, as operators and their own people see it. */
class DepartmentsTest {

    private final Api operator = TestHub.client("operator").in("en");

    @Test
    void tellsOperatorsHowEveryDepartmentIsDoing() {
        var reply = operator.get("/v1/departments");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("items").findValuesAsText("id"))
                .contains("tax", "land-registry", "civil-affairs", "housing-fund", "payment-platform");
    }

    @Test
    void countsWhatItAnsweredAndWhatFailed() {
        var zhang = TestHub.citizen("zhang");
        var before = health("housing-fund");
        var departments = new Departments(
                zhang.post("/v1/cases", Application.complete(zhang).toString())
                        .json()
                        .path("number")
                        .asText());
        departments.awaitState(org.onewindow.cases.CaseState.REVIEWING);

        assertThat(health("housing-fund").path("queue").path("waiting").asInt()).isPositive();
        departments.answer(Map.of("pledge", new DepartmentReply.Unavailable("down", null)));

        var after = health("housing-fund");
        assertThat(after.path("calls").path("failed").asInt())
                .isGreaterThan(before.path("calls").path("failed").asInt());
        assertThat(after.path("calls").path("lastFailureAt").asText()).isNotEmpty();
        assertThat(after.path("state").path("why").asText()).isNotEmpty().doesNotContain("{", "why.");
        assertThat(after.path("breaker").asText()).isEqualTo("closed");
    }

    private com.fasterxml.jackson.databind.JsonNode health(String department) {
        var reply = operator.get("/v1/departments/" + department + "/health");
        assertThat(reply.status()).isEqualTo(200);
        return reply.json();
    }

    @Test
    void showsADepartmentsPeopleTheirOwnOnly() {
        var tax = TestHub.department("tax").in("en");

        assertThat(tax.get("/v1/departments/tax/health").status()).isEqualTo(200);
        assertThat(tax.get("/v1/departments/land-registry/health").problem()).isEqualTo("404 department-unknown");
        assertThat(tax.get("/v1/departments").json().path("items").findValuesAsText("id"))
                .containsExactly("tax");
        assertThat(operator.get("/v1/departments/nobody/health").problem()).isEqualTo("404 department-unknown");
        assertThat(TestHub.citizen("zhang").get("/v1/departments").problem()).isEqualTo("403 not-allowed");
    }
}
