package org.onewindow.connectors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.canonical.DepartmentReply;
import org.onewindow.canonical.DepartmentReply.Pending;
import org.onewindow.config.Department.Endpoint;
import org.onewindow.connectors.TestHouse.Setup;
import org.onewindow.connectors.probe.Probed;

/** The housing fund's messages as files in folders that it shares with the hub. */
final class FileDropTest {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Duration KEPT = Duration.ofDays(30);
    private static final String FUND = "housing-fund";
    private static final String APPLY = "withdraw-apply";
    private static final String MESSAGE = TestHouse.CORRELATION + "-" + TestHouse.KEY + ".xml";
    private static final String ANSWER = TestHouse.answer(FUND, APPLY, "xml");

    @TempDir
    Path folder = Path.of("");

    private Path out = Path.of("");
    private Path in = Path.of("");
    private TestHouse house;
    private final Queue<String> known = new ConcurrentLinkedQueue<>(List.of(TestHouse.CORRELATION));
    private final Queue<Arrived> arrived = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean storeIsAway = new AtomicBoolean();

    private record Arrived(String name, String body) {}

    @BeforeEach
    void open() throws IOException {
        out = Files.createDirectories(folder.resolve("shared/fund/out"));
        in = Files.createDirectories(folder.resolve("shared/fund/in"));
        house = house("node-a");
    }

    private TestHouse house(String node) {
        var drop = new Endpoint.Files(folder.resolve("shared"), "fund/out", "fund/in", "GB18030", KEPT);
        return TestHouse.with(Setup.in(folder.resolve(node)).through(_ -> drop), FUND);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private boolean arrives(String department, String correlation, String name, byte[] body) {
        if (storeIsAway.get()) {
            throw new IllegalStateException("the store is away");
        }
        if (known.contains(correlation)) {
            arrived.add(new Arrived(name, new String(body, GB18030)));
        }
        return known.contains(correlation);
    }

    private void listen() {
        house.connectors.onFileReply(this::arrives);
    }

    private void answer(String name, String text) throws IOException {
        var hidden = Files.writeString(in.resolve("." + name + ".part"), text, GB18030);
        Files.move(hidden, in.resolve(name));
    }

    private static List<String> names(Path folder) {
        var names = folder.toFile().list();
        return names == null ? List.of() : List.of(names).stream().sorted().toList();
    }

    private void isRefused(String name, String why) throws IOException {
        var refused = in.resolve("refused");
        await().until(() -> names(refused).contains(name));
        assertThat(refused.resolve(name + ".why")).content(UTF_8).contains(why);
        assertThat(in.resolve(name)).doesNotExist();
    }

    @Test
    void putsAMessageAsOneWholeFileInTheDepartmentsCharacterSet() throws IOException {
        var reply = house.call(FUND, APPLY);

        assertThat(reply).isEqualTo(new Pending(Map.of(), null));
        assertThat(names(out)).containsExactly(MESSAGE);
        assertThat(Files.readString(out.resolve(MESSAGE), GB18030))
                .startsWith("<?xml version=\"1.0\" encoding=\"GB18030\"?>\n<gjj-request><txn>WITHDRAW_APPLY</txn>")
                .contains("<name>张铭</name>");
    }

    @Test
    void putsJsonWhereTheDepartmentSpeaksIt() throws IOException {
        var drop = new Endpoint.Files(folder.resolve("shared"), "fund/out", "fund/in", "UTF-8", KEPT);
        var setup = Setup.in(folder.resolve("json")).through(_ -> drop);
        try (var payments = TestHouse.with(setup, "payment-platform")) {
            assertThat(payments.call("payment-platform", "create-bill")).isEqualTo(new Pending(Map.of(), null));
        }

        assertThat(out.resolve(MESSAGE.replace(".xml", ".json")))
                .content(UTF_8)
                .startsWith("{\"billId\":\"" + TestHouse.KEY + "\"");
    }

    @Test
    void speaksXmlThroughStyleSheetsBothWays() throws IOException {
        var drop = new Endpoint.Files(folder.resolve("shared"), "fund/out", "fund/in", "GB18030", KEPT);
        var setup = Setup.in(folder.resolve("xml")).through(_ -> drop);
        try (var tax = TestHouse.with(setup, "tax")) {
            assertThat(tax.call("tax", "assess-transfer-tax")).isEqualTo(new Pending(Map.of(), null));
            assertThat(Files.readString(out.resolve(MESSAGE), GB18030))
                    .startsWith("<?xml version=\"1.0\" encoding=\"GB18030\"?>\n<")
                    .contains("张铭");

            var assessed = TestHouse.answer("tax", "assess-transfer-tax", "xml")
                    .replaceAll("(?s).*<soap:Body>(.*)</soap:Body>.*", "$1")
                    .strip();
            var department = tax.department("tax");
            var operation = department.operation("assess-transfer-tax");
            var request = TestHouse.request("tax", "assess-transfer-tax");
            assertThat(tax.connectors
                            .read(department, operation, request, Map.of(), assessed.getBytes(GB18030))
                            .reply())
                    .isInstanceOfSatisfying(DepartmentReply.Answered.class, answered -> assertThat(answered.facts())
                            .containsKey("assessmentNumber"));
            assertThat(tax.connectors
                            .read(department, operation, request, Map.of(), "<!DOCTYPE a><a/>".getBytes(GB18030))
                            .reply())
                    .isInstanceOf(DepartmentReply.Uncertain.class);
        }
    }

    @Test
    void hasTheFilesThemselvesAsSamples() {
        assertThat(Connectors.check(RealTree.ROOT, List.of(house.department(FUND))))
                .isEmpty();
    }

    @Test
    void putsTheSameActOnceHoweverOftenItIsSent() throws IOException {
        house.call(FUND, APPLY);
        var first = Files.readAllBytes(out.resolve(MESSAGE));

        assertThat(house.call(FUND, APPLY)).isEqualTo(new Pending(Map.of(), null));
        assertThat(Files.readAllBytes(out.resolve(MESSAGE))).isEqualTo(first);

        Files.createDirectory(out.resolve("done"));
        Files.move(out.resolve(MESSAGE), out.resolve("done").resolve(MESSAGE));
        assertThat(house.call(FUND, APPLY)).isEqualTo(new Pending(Map.of(), null));
        assertThat(names(out)).containsExactly("done");
    }

    @Test
    void putsNothingWhenTheNodeMayBeTakenForDead() {
        assertThat(house.callWhile(() -> false, FUND, APPLY)).isInstanceOf(DepartmentReply.Unavailable.class);
        assertThat(names(out)).isEmpty();
    }

    @Test
    void knowsThatNothingWasDoneWhereTheFolderIsNotThereOrALinkLeadsAway() throws IOException {
        Files.delete(out);
        assertThat(house.call(FUND, APPLY)).isInstanceOf(DepartmentReply.Unavailable.class);
        assertThat(house.connectors.probe(house.department(FUND), false))
                .extracting(Probed::step, Probed::well)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("out", false),
                        org.assertj.core.groups.Tuple.tuple("in", true));

        var elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.createSymbolicLink(out, elsewhere);
        assertThat(house.call(FUND, APPLY)).isInstanceOf(DepartmentReply.Unavailable.class);
        assertThat(names(elsewhere)).isEmpty();
    }

    @Test
    void takesAnAnswerOnceAndKeepsItsFile() throws IOException {
        answer(MESSAGE, ANSWER);
        listen();

        await().until(() -> names(in.resolve("done")).contains(MESSAGE));
        assertThat(arrived).containsExactly(new Arrived(MESSAGE, ANSWER));
        assertThat(names(in)).containsExactly(".taken", "done");
        assertThat(names(in.resolve(".taken"))).isEmpty();
    }

    @Test
    void leavesAnAnswerAloneUntilItIsWhole() throws IOException {
        listen();
        var half = ANSWER.length() / 2;
        Files.writeString(in.resolve(MESSAGE + ".part"), ANSWER, GB18030);
        Files.writeString(in.resolve("." + MESSAGE), ANSWER, GB18030);
        for (int length = 1; length < half; length += half / 12) {
            Files.writeString(in.resolve(MESSAGE), ANSWER.substring(0, length), GB18030);
            await().pollDelay(Duration.ofMillis(250)).until(() -> true);
        }
        assertThat(arrived).isEmpty();
        Files.writeString(in.resolve(MESSAGE), ANSWER, GB18030);

        await().until(() -> names(in.resolve("done")).contains(MESSAGE));
        assertThat(arrived).containsExactly(new Arrived(MESSAGE, ANSWER));
        assertThat(names(in)).contains(MESSAGE + ".part", "." + MESSAGE).doesNotContain("refused");
    }

    @Test
    void refusesWhatIsNoAnswerAndTellsWhyAndTakesItsNeighbours() throws IOException {
        var id = TestHouse.CORRELATION;
        answer("00000000000000000000000000000000.xml", ANSWER);
        answer(id + "-doctype.xml", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a>&x;</a>");
        answer(id + "-cut-off.xml", ANSWER.substring(0, ANSWER.length() - 5));
        answer("张铭 370102198503078212.xml", ANSWER);
        Files.write(in.resolve(id + "-other-charset.xml"), new byte[] {'<', 'a', '>', (byte) 0xff, '<', '/', 'a', '>'});
        Files.createSymbolicLink(in.resolve(id + "-link.xml"), Files.writeString(folder.resolve("secret.xml"), ANSWER));
        try (var large = new RandomAccessFile(in.resolve(id + "-large.xml").toFile(), "rw")) {
            large.setLength(32L * 1024 * 1024 + 1);
        }
        answer(id + ".xml", ANSWER);

        listen();

        isRefused("00000000000000000000000000000000.xml", "no step of the hub");
        isRefused(id + "-doctype.xml", "DOCTYPE");
        isRefused(id + "-cut-off.xml", "no whole XML");
        isRefused(id + "-other-charset.xml", "character set");
        isRefused(id + "-link.xml", "no regular file");
        isRefused(id + "-large.xml", "larger than 32 MiB");
        await().until(() -> names(in.resolve("done")).contains(id + ".xml"));
        await().until(() -> names(in.resolve("refused")).stream()
                        .filter(name -> name.startsWith("unnamed-"))
                        .count()
                == 2);
        assertThat(arrived).containsExactly(new Arrived(id + ".xml", ANSWER));
        assertThat(names(in)).containsExactly(".taken", "done", "refused");
    }

    @Test
    void triesAnAnswerAgainThatTheStoreCouldNotTake() throws IOException {
        storeIsAway.set(true);
        answer(MESSAGE, ANSWER);
        listen();
        await().until(() -> names(in.resolve(".taken")).size() == 1 && !Files.exists(in.resolve(MESSAGE)));
        storeIsAway.set(false);

        house.clock.advance(Duration.ofMinutes(2));

        await().until(() -> names(in.resolve("done")).contains(MESSAGE));
        assertThat(arrived).containsExactly(new Arrived(MESSAGE, ANSWER));
    }

    @Test
    void clearsAwayWhatWasTakenOrRefusedLongAgoAndNothingElse() throws IOException {
        answer(MESSAGE, ANSWER);
        answer("00000000000000000000000000000000.xml", ANSWER);
        Files.setLastModifiedTime(in.resolve(MESSAGE), FileTime.from(Instant.parse("2001-01-01T00:00:00Z")));
        listen();
        await().until(() -> names(in.resolve("done")).contains(MESSAGE)
                && names(in.resolve("refused")).contains("00000000000000000000000000000000.xml"));
        storeIsAway.set(true);
        answer("c0ffee00c0ffee00c0ffee00c0ffee00-2.xml", ANSWER);
        await().until(() -> names(in.resolve(".taken")).size() == 1);

        house.clock.advance(
                Duration.between(house.clock.instant(), Instant.now()).plus(KEPT.minusDays(3)));
        answer("c0ffee00c0ffee00c0ffee00c0ffee00-3.xml", ANSWER);
        await().until(() -> names(in.resolve(".taken")).size() == 2);
        assertThat(names(in.resolve("done"))).containsExactly(MESSAGE);

        house.clock.advance(Duration.ofDays(30));
        await().until(() -> names(in.resolve("done")).isEmpty());
        await().until(() -> names(in.resolve("refused")).isEmpty());
        assertThat(names(in.resolve(".taken"))).hasSize(2);
    }

    @Test
    void givesEachAnswerToOneOfSeveralNodes() throws IOException {
        for (int i = 0; i < 50; i++) {
            answer(TestHouse.CORRELATION + "-" + i + ".xml", ANSWER);
        }
        try (var other = house("node-b")) {
            listen();
            other.connectors.onFileReply(this::arrives);

            await().until(() -> names(in.resolve("done")).size() == 50);
        }
        assertThat(arrived).hasSize(50).doesNotHaveDuplicates();
    }

    @Test
    void keepsAnAnswerOfTheSameNameBesideTheFirst() throws IOException {
        listen();
        answer(MESSAGE, ANSWER);
        await().until(() -> names(in.resolve("done")).size() == 1);

        answer(MESSAGE, ANSWER);

        await().until(() -> names(in.resolve("done")).size() == 2);
        assertThat(arrived).hasSize(2);
    }
}
