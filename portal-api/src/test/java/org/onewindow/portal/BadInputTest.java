package org.onewindow.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What bad input gets: status, code and pointer, in both languages, and nothing is stored. */
class BadInputTest {

    private final Api zhang = TestHub.citizen("zhang");

    static Stream<Arguments> badRequests() {
        return Stream.of(
                bad(
                        "an unknown field",
                        request -> request.put("state", "approved"),
                        "400 request-malformed /state=unknown-field"),
                bad(
                        "an unknown field of a party",
                        request -> request.withObject("/parties/0").put("decision", "yes"),
                        "400 request-malformed /parties/0/decision=unknown-field"),
                bad(
                        "a type of Java",
                        request -> request.withObject("/applicant").put("@class", "java.lang.Runtime"),
                        "400 request-malformed /applicant/@class=unknown-field"),
                bad("no matter", request -> request.remove("matter"), "400 request-malformed /matter=required"),
                bad("a null", request -> request.putNull("matter"), "400 request-malformed /matter=required"),
                bad(
                        "a null in a list",
                        request -> request.withArray("parties").addNull(),
                        "400 request-malformed /parties/2=required"),
                bad(
                        "a number for a text",
                        request -> request.withObject("/parties/0").put("name", 5),
                        "400 request-malformed /parties/0/name=wrong-type"),
                bad(
                        "a text for a list",
                        request -> request.put("parties", "王强"),
                        "400 request-malformed /parties=wrong-type"),
                bad(
                        "an unknown kind of document",
                        request -> request.withObject("/parties/1").put("idType", "library-card"),
                        "400 request-malformed /parties/1/idType=not-allowed"),
                bad(
                        "a share that is none",
                        request -> request.withObject("/parties/1").put("share", "half"),
                        "400 request-malformed /parties/1/share=wrong-format"),
                bad(
                        "a channel in capitals",
                        request -> request.put("channel", "PORTAL"),
                        "400 request-malformed /channel=wrong-format"),
                bad(
                        "an unknown matter",
                        request -> request.put("matter", "open-a-bank"),
                        "404 matter-unknown /matter=matter-unknown"),
                bad(
                        "a wrong check character",
                        request -> request.withObject("/parties/0").put("idNumber", "370102197909143316"),
                        "422 request-invalid /parties/0/idNumber=id-number-invalid"),
                bad(
                        "a missing form field",
                        request -> request.withObject("/form").remove("priceFen"),
                        "422 request-invalid /form/priceFen=required"),
                bad(
                        "an unknown form field",
                        request -> request.withObject("/form").put("discount", 1),
                        "422 request-invalid /form/discount=unknown-field"),
                bad(
                        "shares that do not add up",
                        request -> request.withObject("/parties/1").put("share", "1/2"),
                        "422 request-invalid /parties=shares-do-not-add-up"),
                bad(
                        "the same person on both sides",
                        request -> request.withArray("parties")
                                .add(Application.person("王强", "370102197909143315")
                                        .put("role", "buyer")
                                        .put("share", "1/1")),
                        "422 request-invalid /parties=shares-do-not-add-up /parties/2=same-person-on-both-sides"),
                bad(
                        "an upload that is not there",
                        request -> request.withArray("materials")
                                .addObject()
                                .put("type", "sale-contract")
                                .put("upload", "upl_0"),
                        "404 upload-unknown /materials/0/upload=upload-unknown"));
    }

    static Stream<Arguments> badBodies() {
        return Stream.of(
                arguments("half a body", "{\"matter\": \"used-home", "400 request-malformed /matter=malformed-json"),
                arguments("nothing", "", "400 request-malformed =wrong-type"),
                arguments("a list", "[]", "400 request-malformed =wrong-type"),
                arguments("two bodies", "{} {}", "400 request-malformed =trailing-content"),
                arguments(
                        "a key twice",
                        "{\"matter\": \"a\", \"matter\": \"b\"}",
                        "400 request-malformed /matter=duplicate-field"),
                arguments(
                        "a bomb of a number",
                        "{\"matter\": \"a\", \"form\": {\"x\": 1e999999999}}",
                        "400 request-malformed /form/x=out-of-bounds"),
                arguments(
                        "a number of 2,000 digits",
                        "{\"matter\": \"a\", \"form\": {\"x\": " + "9".repeat(2000) + "}}",
                        "400 request-malformed =out-of-bounds"),
                arguments(
                        "a character that no database takes",
                        "{\"matter\": \"a\", \"form\": {\"x\": \"y\\u0000\"}}",
                        "400 request-malformed /form/x=out-of-bounds"),
                arguments(
                        "2,000 brackets",
                        "{\"form\": " + "[".repeat(2000) + "]".repeat(2000) + "}",
                        "400 request-malformed"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badRequests")
    void refusesAndStoresNothing(String name, Consumer<ObjectNode> spoil, String problem) {
        var request = Application.transfer();
        spoil.accept(request);

        refuses(request.toString(), problem);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badBodies")
    void refusesWhatIsNoJsonOfOurs(String name, String body, String problem) {
        refuses(body, problem);
    }

    private void refuses(String body, String problem) {
        long before = stored();

        var chinese = zhang.post("/v1/cases", body);
        var english = zhang.in("en").post("/v1/cases", body);

        assertThat(chinese.problem()).startsWith(problem);
        assertThat(english.problem()).isEqualTo(chinese.problem());
        assertThat(chinese.header("Content-Type")).startsWith("application/problem+json");
        assertThat(chinese.json().path("type").asText())
                .isEqualTo("/help/problems/" + chinese.json().path("code").asText());
        assertThat(chinese.json().path("traceId").asText()).matches("[0-9a-f]{32}");
        assertThat(isChinese(chinese.json().path("title").asText())).isTrue();
        assertThat(isChinese(english.json().path("title").asText())).isFalse();
        chinese.json().path("errors").forEach(error -> assertThat(
                        isChinese(error.path("detail").asText()))
                .as("%s", error)
                .isTrue());
        english.json().path("errors").forEach(error -> assertThat(
                        isChinese(error.path("detail").asText()))
                .as("%s", error)
                .isFalse());
        assertThat(english.raw().body()).doesNotContain("org.onewindow", "java.", "Exception", "370102", "王强");
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void refusesASecondOpenCaseForTheSameTitle() {
        var request = Application.transfer();
        assertThat(zhang.post("/v1/cases", request.toString()).status()).isEqualTo(202);

        refuses(request.toString(), "409 case-already-open /form/titleNumber=case-already-open");
    }

    @Test
    void knowsNobodyElsesUpload() {
        var foreign = Application.contract(TestHub.citizen("li"));
        var request = Application.transfer();
        request.withArray("materials").addObject().put("type", "sale-contract").put("upload", foreign);

        refuses(request.toString(), "404 upload-unknown /materials/0/upload=upload-unknown");
        assertThat(zhang.get("/v1/uploads/" + foreign).problem()).isEqualTo("404 upload-unknown");
    }

    @Test
    void wantsAnIdempotencyKey() {
        long before = stored();

        var none = Api.send(zhang.request("/v1/cases")
                .header("Content-Type", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                        Application.transfer().toString())));
        var long_ = zhang.post("/v1/cases", Application.transfer().toString(), "k".repeat(201));

        assertThat(none.problem()).isEqualTo("400 idempotency-key-missing");
        assertThat(long_.problem()).isEqualTo("400 idempotency-key-missing");
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void wantsJson() {
        var reply = Api.send(zhang.request("/v1/cases")
                .header("Content-Type", "application/xml")
                .header("Idempotency-Key", "xml")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                        "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><r>&x;</r>")));

        assertThat(reply.problem()).isEqualTo("415 media-type-unsupported");
    }

    private static Arguments bad(String name, Consumer<ObjectNode> spoil, String problem) {
        return arguments(name, spoil, problem);
    }

    private static long stored() {
        return TestHub.sql()
                .sql(
                        "select (select count(*) from case_file) + (select count(*) from submission) + (select count(*) from case_event where kind = 'received')")
                .query(Long.class)
                .single();
    }

    private static boolean isChinese(String text) {
        return text.codePoints().anyMatch(one -> Character.UnicodeScript.of(one) == Character.UnicodeScript.HAN);
    }
}
