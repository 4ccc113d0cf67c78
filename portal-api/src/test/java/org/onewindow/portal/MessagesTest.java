package org.onewindow.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.DepartmentReply;
import org.onewindow.canonical.IdType;
import org.onewindow.cases.IdentityHash;
import org.onewindow.cases.messages.Exchange;
import org.onewindow.cases.messages.Payload;
import org.onewindow.cases.messages.Spoken;
import org.onewindow.cases.messages.Vault;
import org.onewindow.cases.store.Messages;
import org.onewindow.cases.store.Said;

class MessagesTest {

    private static final String NUMBER = "370102199001011233";

    private final Api operator = TestHub.client("operator");

    private static long kept(String reference) {
        var said = Spoken.of(("{\"name\": \"周宁\", \"idNumber\": \"" + NUMBER + "\"}").getBytes(UTF_8), UTF_8);
        var exchange = new Exchange(
                "land-registry",
                "title",
                "test",
                TestHub.clock().instant(),
                Duration.ofMillis(7),
                200,
                new DepartmentReply.Answered(Map.of("titleNumber", reference)),
                "my-homes",
                TestHub.bean(IdentityHash.class).of(IdType.RESIDENT_ID, NUMBER),
                null,
                TestHub.bean(Vault.class).sealed(new Payload(said, said, said, said)));
        TestHub.bean(Messages.class).keep(List.of(Said.ofInquiry(exchange)));
        return new Api("en", TestHub.client("operator").token())
                .get("/v1/admin/messages?reference=" + reference)
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asLong();
    }

    @Test
    void findsAMessageAndMasksIt() {
        long id = kept("T-0001");

        var shown = operator.get("/v1/admin/messages/" + id);

        assertThat(shown.json().path("line").path("outcome").asText()).isEqualTo("answered");
        assertThat(shown.json().path("steps").path("sent").asText()).contains("周*");
        assertThat(shown.raw().body()).doesNotContain("周宁", NUMBER);
        assertThat(operator.get("/v1/admin/messages/0").problem()).isEqualTo("404 message-unknown");
        assertThat(operator.get("/v1/admin/messages?outcome=perhaps").problem()).isEqualTo("400 parameter-invalid");
        assertThat(TestHub.citizen("zhang").get("/v1/admin/messages/" + id).problem())
                .isEqualTo("403 not-allowed");
    }

    @Test
    void revealsItToWhoSaysWhy() {
        long id = kept("T-0002");
        var at = "/v1/admin/messages/" + id + "/reveal";

        assertThat(operator.post(at, "{\"reason\": \" \"}").problem())
                .isEqualTo("422 request-invalid /reason=required");
        var revealed = operator.post(at, "{\"reason\": \"a complaint\"}");

        assertThat(revealed.json().path("steps").path("sent").asText()).contains("周宁", NUMBER);
        assertThat(revealed.header("Cache-Control")).contains("no-store");
    }

    @Test
    void tellsASampleOfOtherPeople() {
        long id = kept("T-0003");

        var sample = operator.post("/v1/admin/messages/" + id + "/sample", "{}");

        assertThat(sample.json().path("complete").asBoolean()).isTrue();
        assertThat(sample.raw().body()).doesNotContain("周宁", NUMBER).contains("37010219");
    }

    @Test
    void findsPeopleByABodyAndTurnsPages() {
        kept("T-0004");
        kept("T-0005");

        var found = operator.post(
                "/v1/admin/messages/search",
                "{\"person\": {\"idType\": \"resident-id\", \"idNumber\": \"" + NUMBER
                        + "\"}, \"operation\": \"title\"}");
        var first = operator.get("/v1/admin/messages?department=land-registry&operation=title&limit=1");

        assertThat(found.json().path("items").size()).isGreaterThanOrEqualTo(2);
        assertThat(first.json().path("items")).hasSize(1);
        var next = first.header("Link").replaceAll("^<([^>]+)>.*", "$1");
        assertThat(operator.get(next).json().path("items").path(0).path("id").asLong())
                .isLessThan(first.json().path("items").path(0).path("id").asLong());
    }

    @Test
    void replaysInTwoStepsOnly() {
        var plan = operator.post("/v1/admin/replays", "{\"department\": \"nobody\"}")
                .json();
        var at = "/v1/admin/replays/" + plan.path("id").asText();

        assertThat(plan.path("state").asText()).isEqualTo("planned");
        assertThat(plan.path("total").asInt()).isZero();
        assertThat(operator.post(at + "/stop", "{}").problem()).isEqualTo("409 replay-over");
        assertThat(operator.post(at + "/run", "{\"reason\": \"back again\", \"rate\": 0}")
                        .problem())
                .isEqualTo("422 request-invalid /rate=out-of-bounds");
        assertThat(operator.post(at + "/run", "{\"reason\": \"back again\"}").status())
                .isEqualTo(202);
        assertThat(operator.post(at + "/run", "{\"reason\": \"back again\"}").problem())
                .isEqualTo("409 replay-over");
        assertThat(operator.get("/v1/admin/replays/00000000-0000-0000-0000-000000000000")
                        .problem())
                .isEqualTo("404 replay-unknown");
    }

    @Test
    void turnsTheStopSwitch() {
        var at = "/v1/admin/departments/tax/retries";

        var off = operator.put(at, "{\"retries\": \"off\", \"reason\": \"they are moving\"}");
        var on = operator.put(at, "{\"retries\": \"on\", \"reason\": \"they have moved\", \"includeOlder\": true}");

        assertThat(off.json().path("retries").asText()).isEqualTo("off");
        assertThat(on.json().path("includeOlder").asBoolean()).isTrue();
        assertThat(operator.get("/v1/admin/retries").json().path("items"))
                .anySatisfy(one -> assertThat(one.path("department").asText()).isEqualTo("tax"));
        assertThat(operator.put("/v1/admin/departments/nobody/retries", "{\"retries\": \"off\", \"reason\": \"x\"}")
                        .problem())
                .isEqualTo("404 department-unknown");
    }
}
