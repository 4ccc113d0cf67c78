package org.onewindow.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.cases.CaseEvent;
import org.onewindow.cases.CaseState;
import org.onewindow.cases.StepState;

class AdminTest {

    private final Api operator = TestHub.client("operator");
    private final Api zhang = TestHub.citizen("zhang");

    @Test
    void exportsOneJsonObjectALineWithoutPersonalData() {
        var number = open();

        var reply = operator.get("/v1/admin/export/cases?from=2026-01-01");

        assertThat(reply.header("Content-Type")).startsWith("application/x-ndjson");
        assertThat(reply.raw().body().lines()).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        assertThat(reply.raw().body()).contains(number).doesNotContain("王强", "370102197909143315", "13800138000");
        assertThat(operator.get("/v1/admin/export/cases?from=2199-01-01").raw().body())
                .isEmpty();
        assertThat(operator.get("/v1/admin/export/cases?from=yesterday").problem())
                .isEqualTo("400 parameter-invalid");
    }

    @Test
    void settlesATaskOnce() {
        var number = open();
        long task = stuckTask("/v1/cases/" + number);
        var listed = operator.in("en").get("/v1/admin/tasks").json().path("items");
        assertThat(listed).anySatisfy(one -> {
            assertThat(one.path("id").asLong()).isEqualTo(task);
            assertThat(one.path("number").asText()).isEqualTo(number);
            assertThat(one.path("step").asText()).isEqualTo("title");
            assertThat(one.path("why").asText())
                    .isEqualTo("The hub's configuration has a mistake; staff are taking care of it.");
        });
        var at = "/v1/admin/tasks/" + task + "/resolution";

        assertThat(operator.post(at, "{\"resolution\": \"perhaps\", \"reason\": \"x\"}")
                        .problem())
                .isEqualTo("400 request-malformed /resolution=not-allowed");
        assertThat(operator.post(at, "{\"resolution\": \"repeat\", \"reason\": \" \"}")
                        .problem())
                .isEqualTo("422 request-invalid /reason=required");
        assertThat(operator.post("/v1/admin/tasks/0/resolution", "{\"resolution\": \"repeat\", \"reason\": \"x\"}")
                        .problem())
                .isEqualTo("404 task-unknown");
        var settled = operator.post(at, "{\"resolution\": \"repeat\", \"reason\": \"mended\"}");
        assertThat(settled.status()).isEqualTo(200);
        assertThat(settled.json().path("closedAt").asText()).isNotEmpty();
        assertThat(new Departments(number).step("title").state()).isEqualTo(StepState.READY);
        assertThat(operator.post(at, "{\"resolution\": \"repeat\", \"reason\": \"mended\"}")
                        .problem())
                .isEqualTo("409 task-closed");
    }

    @Test
    void movesTheSharedClock() {
        var before = OffsetDateTime.parse(
                operator.get("/v1/admin/clock").json().path("now").asText());

        var after =
                operator.post("/v1/admin/clock/advance", "{\"by\": \"90s\"}").json();

        assertThat(OffsetDateTime.parse(after.path("now").asText()))
                .isAfterOrEqualTo(before.plus(Duration.ofSeconds(90)));
        assertThat(operator.post("/v1/admin/clock/advance", "{\"by\": \"-1h\"}").problem())
                .isEqualTo("422 request-invalid /by=wrong-format");
        assertThat(operator.post("/v1/admin/clock/advance", "{\"by\": \"soon\"}")
                        .problem())
                .isEqualTo("422 request-invalid /by=wrong-format");
    }

    @Test
    void saysWhetherTheTraceWasTouched() {
        open();

        var audit = operator.get("/v1/admin/verify-audit").json();

        assertThat(audit.path("intact").asBoolean()).isTrue();
        assertThat(audit.path("broken")).isEmpty();
    }

    /** Leaves the look-up of the title to an operator, as a broken mapping would; the task's id. */
    static long stuckTask(String path) {
        var number = path.substring("/v1/cases/".length());
        new Departments(number).awaitState(CaseState.REVIEWING);
        TestHub.routes()
                .desk()
                .tell(
                        new CaseNumber(number),
                        new CaseEvent.Unmappable(TestHub.clock().instant(), "title", "mapping", "broken", true));
        return TestHub.cases().tasks(new CaseNumber(number)).getFirst().id();
    }

    private String open() {
        return zhang.post("/v1/cases", Application.complete(zhang).toString())
                .json()
                .path("number")
                .asText();
    }
}
