package org.onewindow.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.simulators.CivilCaller.document;
import static org.onewindow.simulators.CivilCaller.field;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CivilAffairsTest {

    private static final String ZHANG = "370102198503078212";
    private static final String WANG = "370102197909143315";
    private static final String CHEN = "370102198105205044";

    private final Trial trial = new Trial();
    private final CivilCaller civil = new CivilCaller(trial);

    @AfterEach
    void close() {
        trial.close();
    }

    @Test
    void tellsWhoIsMarriedToWhomAndSinceWhen() {
        var answer = civil.maritalStatus("王强", WANG);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(document(answer)).startsWith("<?xml version=\"1.0\" encoding=\"GBK\"?>");
        assertThat(document(answer))
                .contains("<HYZK>20</HYZK>")
                .contains("<PO><XM>陈静</XM><ZJHM>" + CHEN + "</ZJHM><DJRQ>20060520</DJRQ></PO>");
        assertThat(field(answer, "SERIAL")).isEqualTo("20261124100000000001");
        assertThat(trial.effects("civil-affairs")).isEmpty();
    }

    @Test
    void tellsOfNoSpouseWhereThereIsNone() {
        assertThat(document(civil.maritalStatus("张铭", ZHANG))).contains("<HYZK>10</HYZK><POLIST></POLIST>");
    }

    @Test
    void answersInBusinessCodes() {
        assertThat(field(civil.maritalStatus("张铭", "370102199001011038"), "CODE"))
                .isEqualTo("1001");
        assertThat(field(civil.maritalStatus("张明", ZHANG), "CODE")).isEqualTo("1002");
        assertThat(field(civil.note(ZHANG, "OW-1"), "CODE")).isEqualTo("1003");
        assertThat(field(civil.cancelNote("SD1"), "CODE")).isEqualTo("1004");
        assertThat(trial.outcomes("civil-affairs")).containsExactly("1001", "1002", "1003", "1004");
    }

    @Test
    void makesOneNoteOfACaseAndTakesItBackForGood() {
        var made = civil.note(WANG, "OW-1");
        trial.clock.advance(Duration.ofSeconds(30));
        var found = civil.findNote("OW-1");
        var cancelled = civil.cancelNote(field(made, "SDBH"));
        var again = civil.cancelNote(field(made, "SDBH"));
        var gone = civil.findNote("OW-1");
        var notAgain = civil.note(WANG, "OW-1");

        assertThat(field(made, "SDBH")).isNotEmpty().isEqualTo(field(found, "SDBH"));
        assertThat(field(cancelled, "CODE")).isEqualTo("0000");
        assertThat(field(again, "CODE")).isEqualTo("0000");
        assertThat(document(gone)).contains("<SDBH/>");
        assertThat(field(notAgain, "CODE")).isEqualTo("1004");
        assertThat(trial.effects("civil-affairs")).containsExactly("note-made", "note-cancelled");
    }

    @Test
    void findsANoteOnlyOnceItHasSettled() {
        civil.note(WANG, "OW-1");

        assertThat(field(civil.findNote("OW-1"), "SDBH")).isEmpty();
    }

    @Test
    void recordsABlindRepetitionWhoeverTheParty() {
        var first = civil.note(WANG, "OW-1");
        var second = civil.note(CHEN, "OW-1");

        assertThat(field(second, "SDBH")).isEqualTo(field(first, "SDBH"));
        assertThat(trial.effects("civil-affairs")).containsExactly("note-made", "note-repeated");
    }

    @Test
    void refusesAWrongToken() {
        civil.key = "guess";

        assertThat(field(civil.maritalStatus("王强", WANG), "CODE")).isEqualTo("2002");
    }

    @Test
    void refusesASerialUsedBefore() {
        civil.fixedSerial = "20261124100000000042";

        assertThat(field(civil.findNote("OW-1"), "CODE")).isEqualTo("0000");
        assertThat(field(civil.findNote("OW-1"), "CODE")).isEqualTo("2001");
    }

    @Test
    void refusesASerialOfAnotherLength() {
        civil.fixedSerial = "2026112410000000004";

        assertThat(field(civil.findNote("OW-1"), "CODE")).isEqualTo("2001");
    }

    @Test
    void refusesADocumentThatIsNotAsThePageSays() {
        assertThat(field(civil.ask("MZ0202", "<YWLSH>OW-1</YWLSH><BZ>x</BZ>"), "CODE"))
                .isEqualTo("2001");
        assertThat(field(civil.ask("MZ0202", "<YWLSH>OW-1</YWLSH><YWLSH>OW-2</YWLSH>"), "CODE"))
                .isEqualTo("2001");
        assertThat(field(civil.ask("MZ0202", "<YWLSH>OW-1"), "CODE")).isEqualTo("2001");
        assertThat(field(civil.ask("MZ0999", "<YWLSH>OW-1</YWLSH>"), "CODE")).isEqualTo("2004");
        civil.declaration = "";
        assertThat(field(civil.findNote("OW-1"), "CODE")).isEqualTo("2001");
        civil.declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
        assertThat(field(civil.findNote("OW-1"), "CODE")).isEqualTo("2001");
    }

    @Test
    void answers200EvenToWhatIsNoSoap() {
        var answer = civil.post("hello");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(field(answer, "CODE")).isEqualTo("2001");
    }

    @Test
    void followsNoDoctypeWhereverItStands() {
        var doctype = "<!DOCTYPE r [<!ENTITY x SYSTEM \"" + trial.uri("/sim/canary") + "\">]>";
        civil.declaration = civil.declaration + doctype;

        var inner = civil.findNote("&x;");
        var outer = civil.post(doctype + "<r>&x;</r>");

        assertThat(field(inner, "CODE")).isEqualTo("2001");
        assertThat(field(outer, "CODE")).isEqualTo("2001");
        assertThat(trial.outcomes("canary")).isEmpty();
    }

    @Test
    void cannotCarryACharacterOutsideItsCodePage() {
        assertThat(field(civil.maritalStatus("吴䶮", "370105196810124039"), "CODE"))
                .isEqualTo("2003");
        assertThat(field(civil.maritalStatus("吴&#x4DAE;", "370105196810124039"), "CODE"))
                .isEqualTo("2003");
    }

    @Test
    void takesFourAtATimeAndNoFifth() throws InterruptedException {
        trial.mode("civil-affairs", "{\"mode\":\"slow\",\"ms\":500}");
        Callable<HttpResponse<String>> call = () -> civil.maritalStatus("王强", WANG);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    threads.invokeAll(IntStream.range(0, 6).mapToObj(_ -> call).toList());

            assertThat(answers.stream().map(CivilAffairsTest::code).sorted())
                    .containsExactly("0000", "0000", "0000", "0000", "9003", "9003");
        }
        assertThat(field(civil.maritalStatus("王强", WANG), "CODE")).isEqualTo("0000");
    }

    @Test
    void servesItsContractWithItsOwnAddress() {
        assertThat(trial.get(CivilCaller.SERVICE + "?wsdl").body())
                .contains("location=\"" + trial.uri(CivilCaller.SERVICE) + "\"");
    }

    private static String code(Future<HttpResponse<String>> answer) {
        return field(answer.resultNow(), "CODE");
    }
}
