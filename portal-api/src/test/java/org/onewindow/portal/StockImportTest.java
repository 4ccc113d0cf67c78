package org.onewindow.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A stock of licences of before comes in: each line is taken, or told what is wrong with it, by itself. */
class StockImportTest {

    private static final String AT = "/v1/admin/licences:import?asOf=2026-11-20";
    private static final String WU = "370105196810124039";

    private final Api operator = TestHub.client("operator").in("en");
    private final String passport =
            "P" + UUID.randomUUID().toString().replace("-", "").substring(0, 10).toUpperCase(Locale.ROOT);

    @Test
    void takesWhatIsGoodAndNamesLineAndFieldOfTheRest() {
        var good = title("A");
        var stock = String.join(
                "\n",
                good,
                "{\"type\": ",
                "",
                good,
                title("A").replace("泉城路1号", "经四路18号"),
                title("B").replace("location", "loction"),
                title("C").replace(passport, "wrong number"),
                title("D").replace("real-estate-title", "no-such-type"),
                title("E").replace("2014-04-22", "2026-11-21"),
                title("F").replace("\"number\"", "\"state\": \"revoked\", \"number\""),
                title("G").replace("\"issuedOn\": \"2014-04-22\", ", ""),
                title("H"));

        var answer = hands(operator, stock);

        assertThat(answer.header("Content-Type")).startsWith("application/x-ndjson");
        assertThat(lines(answer))
                .containsExactly(
                        "1 taken",
                        "2 refused /type=malformed-json",
                        "4 already",
                        "5 differs",
                        "6 refused /data/loction=unknown-field",
                        "7 refused /holders/0/idNumber=id-number-invalid",
                        "8 refused /type=unknown-type",
                        "9 refused /issuedOn=out-of-bounds",
                        "10 refused /state=unknown-field",
                        "11 refused /issuedOn=required",
                        "12 taken",
                        "{\"lines\":11,\"taken\":2,\"already\":1,\"differs\":1,\"refused\":7}");
        assertThat(answer.raw().body()).doesNotContain(passport, "陈立", "wrong number", number("A"));
        assertThat(lines(hands(operator, good)))
                .containsExactly("1 already", "{\"lines\":1,\"taken\":0,\"already\":1,\"differs\":0,\"refused\":0}");
    }

    @Test
    void isTheHoldersFromThenOnAndCountsAsConverted() {
        var number = "鲁(2014)济南市不动产权第" + UUID.randomUUID().toString().substring(0, 8) + "号";
        long before = converted();

        hands(
                operator,
                title("A")
                        .replace(number("A"), number)
                        .replace("passport", "resident-id")
                        .replace(passport, WU));

        assertThat(TestHub.citizen("wu").get("/v1/licences").json().path("items"))
                .filteredOn(one -> one.path("number").asText().equals(number))
                .singleElement()
                .satisfies(one -> assertThat(one.path("status").asText()).isEqualTo("valid"));
        assertThat(converted()).isEqualTo(before + 1);
    }

    @Test
    void takesOfADepartmentWhatItIssuesAndOfNobodyElse() {
        assertThat(lines(hands(TestHub.department("tax"), title("A"))).getFirst())
                .isEqualTo("1 refused /type=not-the-issuer");
        assertThat(lines(hands(TestHub.department("land-registry"), title("A"))).getFirst())
                .isEqualTo("1 taken");
        assertThat(hands(TestHub.client("window"), title("B")).status()).isEqualTo(403);
        assertThat(hands(TestHub.citizen("wu"), title("B")).status()).isEqualTo(403);
    }

    /** By its role it is a department, and whose licences it may hand in nobody can say. */
    @Test
    void takesNothingOfADepartmentWhoseTokenDoesNotSayWhich() {
        long before = lastInAudit();

        assertThat(hands(TestHub.client("department"), title("A")).problem()).isEqualTo("403 not-allowed");

        assertThat(TestHub.sql()
                        .sql(
                                "select outcome from audit.event where seq > ? and action = 'import' and client = 'department'")
                        .param(before)
                        .query(String.class)
                        .list())
                .containsExactly("not-allowed");
    }

    @Test
    void refusesAsAWholeWhatSaysNotWhenItStoodSoOrIsTooLong() {
        assertThat(hands(operator, "/v1/admin/licences:import", title("A")).problem())
                .isEqualTo("400 parameter-invalid");
        assertThat(hands(operator, "/v1/admin/licences:import?asOf=2199-01-01", title("A"))
                        .problem())
                .isEqualTo("400 parameter-invalid");
        var many = IntStream.rangeClosed(0, 10_000).mapToObj(_ -> "{}").collect(Collectors.joining("\n"));
        assertThat(hands(operator, many).problem()).isEqualTo("413 too-large");
        assertThat(lines(hands(operator, title("A").replace("泉城路1号", "路".repeat(30_000))))
                        .getFirst())
                .as("a line of 90 KB")
                .isEqualTo("1 refused =out-of-bounds");
    }

    /** The same stock again would never come further than that line. */
    @Test
    void aLineThatNoDatabaseKeepsKeepsNoOtherOut() {
        var day = "\"issuedOn\": \"2014-04-22\"";
        TestHub.asOwner("create function public.no_1933() returns trigger language plpgsql as"
                + " $$begin raise 'no' using errcode = '22008'; end$$");
        TestHub.asOwner("create trigger no_1933 before insert on lic.licence for each row"
                + " when (new.issued_on = '1933-03-03') execute function public.no_1933()");
        try {
            assertThat(lines(hands(
                            operator,
                            String.join(
                                    "\n",
                                    title("A").replace("2014-04-22", "-9999999-01-01"),
                                    title("B").replace("2014-04-22", "1899-12-31"),
                                    title("C").replace(day, day + ", \"validTo\": \"+99999999-01-01\""),
                                    title("D").replace(day, day + ", \"validTo\": \"2126-11-20\""),
                                    title("E").replace(day, day + ", \"validTo\": \"2126-11-21\""),
                                    title("F").replace("2014-04-22", "1933-03-03"),
                                    title("G")))))
                    .containsExactly(
                            "1 refused /issuedOn=out-of-bounds",
                            "2 refused /issuedOn=out-of-bounds",
                            "3 refused /validTo=out-of-bounds",
                            "4 taken",
                            "5 refused /validTo=out-of-bounds",
                            "6 refused =failed",
                            "7 taken",
                            "{\"lines\":7,\"taken\":2,\"already\":0,\"differs\":0,\"refused\":5}");
        } finally {
            TestHub.asOwner("drop function public.no_1933() cascade");
        }
        assertThat(hands(operator, "/v1/admin/licences:import?asOf=-1000000000-01-01T00:00:00Z", title("A"))
                        .problem())
                .isEqualTo("400 parameter-invalid");
    }

    /** Who handed in what, whatever became of it. */
    @Test
    void writesDownEachLine() {
        long before = lastInAudit();

        hands(
                operator,
                String.join("\n", title("A"), title("A"), "[]", title("B").replace("passport", "uscc")));

        assertThat(TestHub.sql()
                        .sql(
                                "select outcome from audit.event where seq > ? and action = 'import' and client = 'operator'"
                                        + " order by seq")
                        .param(before)
                        .query(String.class)
                        .list())
                .containsExactly("ok", "already", "refused", "refused");
    }

    private static long lastInAudit() {
        return TestHub.sql()
                .sql("select coalesce(max(seq), 0) from audit.event")
                .query(Long.class)
                .single();
    }

    private long converted() {
        return operator.get("/v1/statistics/licences")
                .json()
                .path("kept")
                .valueStream()
                .filter(one -> one.path("source").asText().equals("converted")
                        && one.path("type").asText().equals("real-estate-title"))
                .mapToLong(one -> one.path("licences").asLong())
                .sum();
    }

    private static Api.Reply hands(Api whose, String stock) {
        return hands(whose, AT, stock);
    }

    private static Api.Reply hands(Api whose, String path, String stock) {
        return Api.send(whose.request(path)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(stock)));
    }

    /** Number, outcome, and where it is wrong, of each line; the counts as they came. */
    private static List<String> lines(Api.Reply answer) {
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.raw().body().lines().map(StockImportTest::line).toList();
    }

    private static String line(String text) {
        var json = read(text);
        return json.has("lines")
                ? text
                : json.path("line").asInt() + " " + json.path("outcome").asText()
                        + json.path("errors")
                                .valueStream()
                                .map(error -> " " + error.path("pointer").asText() + "="
                                        + error.path("code").asText())
                                .collect(Collectors.joining());
    }

    private static JsonNode read(String text) {
        try {
            return Api.JSON.readTree(text);
        } catch (JsonProcessingException noJson) {
            throw new AssertionError(text, noJson);
        }
    }

    private String number(String which) {
        return passport + which;
    }

    private String title(String which) {
        return """
                {"type": "real-estate-title", "number": "%s", "issuedOn": "2014-04-22", "holders": [{"name": "陈立", "idType": "passport", "idNumber": "%s"}], "data": {"location": "泉城路1号"}}"""
                .formatted(number(which), passport);
    }
}
