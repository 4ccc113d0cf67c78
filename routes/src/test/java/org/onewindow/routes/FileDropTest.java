package org.onewindow.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.MaterialReference;
import org.onewindow.cases.StepState;

/** An act that is handed out as a file and answered by one, with the real machine and store. */
class FileDropTest {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Set<StepState> BEFORE = Set.of(StepState.PLANNED, StepState.READY, StepState.CALLING);
    private static final String ENTERED = "<entered><number>登-88</number></entered>";

    @TempDir
    static Path folder = Path.of("");

    private static Path out = Path.of("");
    private static Path in = Path.of("");
    private static Town town;

    @BeforeAll
    static void open() throws Exception {
        out = Files.createDirectories(folder.resolve("files/office/out"));
        in = Files.createDirectories(folder.resolve("files/office/in"));
        town = new Town(folder);
        town.connectors.onFileReply(town.replies::fromFile);
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static List<String> names(Path folder) {
        var names = folder.toFile().list();
        return names == null ? List.of() : List.of(names).stream().sorted().toList();
    }

    private static String messageOf(CaseNumber number) {
        await().until(() -> town.step(number).state() == StepState.WAITING);
        return names(out).stream()
                .filter(name -> name.startsWith(town.step(number).correlation()))
                .findFirst()
                .orElseThrow();
    }

    private static void answer(String name, String text) throws IOException {
        var hidden = Files.writeString(in.resolve("." + name), text, GB18030);
        Files.move(hidden, in.resolve(name));
    }

    private static long seen(CaseNumber number) {
        return town.count("select count(*) from reply_seen where number = '" + number.text() + "'");
    }

    @Test
    void isDoneWhenTheDepartmentsFileSaysSoAndTheSameFileAgainChangesNothing() throws IOException {
        var number = town.open("filing");
        var message = messageOf(number);
        assertThat(Files.readString(out.resolve(message), GB18030))
                .contains("<name>张铭</name>", "<case>" + number.text() + "</case>");

        answer(message, ENTERED);

        await().until(() -> town.step(number).state() == StepState.DONE);
        assertThat(town.step(number).facts()).containsEntry("entryNumber", "登-88");
        await().until(() -> names(in.resolve("done")).contains(message));
        var done = town.step(number);

        answer(message, ENTERED);

        await().until(() -> names(in.resolve("done")).stream().anyMatch(name -> name.startsWith(message + "~")));
        assertThat(town.step(number)).isEqualTo(done);
        assertThat(seen(number)).isEqualTo(1);
        assertThat(names(in.resolve("refused"))).doesNotContain(message);
    }

    @Test
    void waitsOnWhereAFileCannotBeReadAndTakesTheNextOne() throws IOException {
        var number = town.open("filing");
        var message = messageOf(number);
        answer(message, "<entered><number>88</number>");
        await().until(() -> names(in.resolve("refused")).contains(message + ".why"));
        assertThat(town.step(number).state()).isEqualTo(StepState.WAITING);
        assertThat(seen(number)).isZero();

        answer(message, ENTERED);

        await().atMost(Duration.ofSeconds(20)).until(() -> town.step(number).state() == StepState.DONE);
    }

    @Test
    void asksAPersonWhereAFileSaysNeitherYesNorNo() throws IOException {
        var number = town.open("filing");
        var message = messageOf(number);

        answer(message, "<maybe/>");

        await().until(() -> names(in.resolve("done")).contains(message));
        assertThat(town.step(number).state()).isEqualTo(StepState.WAITING);
        assertThat(town.count("select count(*) from task where number = '" + number.text() + "'"))
                .isEqualTo(1);

        answer(message.replace(".xml", "-2.xml"), ENTERED);
        await().until(() -> town.step(number).state() == StepState.DONE);
    }

    /** Meanwhile the lease may lapse, and another node ask, hear "no" and send. */
    @Test
    void putsNothingWhenItTookTooLongToReadWhatBelongsToIt() {
        var before = names(out);
        var slow = new ByteArrayInputStream(new byte[9]);
        town.material = () -> {
            town.nodesClock.lateBy(Duration.ofSeconds(11));
            return slow;
        };

        var number = town.open("filing", new MaterialReference("sheet", "upl_1", null, null, null, null));

        try {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !BEFORE.contains(town.step(number).state()));
            assertThat(town.step(number).state()).isEqualTo(StepState.RETRYING);
            assertThat(names(out)).isEqualTo(before);
            assertThat(slow.available()).as("nor is the rest read").isEqualTo(9);
        } finally {
            town.material = InputStream::nullInputStream;
            town.nodesClock.lateBy(Duration.ZERO);
        }
    }
}
