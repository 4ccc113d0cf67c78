package org.onewindow.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.cases.Given.call;
import static org.onewindow.cases.Given.department;
import static org.onewindow.cases.Given.matter;
import static org.onewindow.cases.Given.operation;
import static org.onewindow.cases.Given.typical;
import static org.onewindow.cases.Play.AWAY;
import static org.onewindow.cases.Play.NO;
import static org.onewindow.cases.Play.TAKEN;
import static org.onewindow.cases.Play.UNKNOWN;
import static org.onewindow.cases.Play.YES;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.onewindow.canonical.DepartmentReply.Answered;
import org.onewindow.canonical.DepartmentReply.SupplementNeeded;
import org.onewindow.cases.CaseEvent.Replied;
import org.onewindow.config.Effect;

/** Each cell of the table in {@code docs/doubt.md} is played against the machine, so that the page cannot lie. */
class DoubtTest {

    private static final Path PAGE = Path.of("../docs/doubt.md");
    private static final List<Effect> COLUMNS = List.of(Effect.READ, Effect.KEY, Effect.QUERY, Effect.NONE);

    /** What happens to the one call of a case, by the row of the page. */
    private static final Map<String, Function<Play, Play>> ROWS = rows();

    private static Map<String, Function<Play, Play>> rows() {
        var rows = new LinkedHashMap<String, Function<Play, Play>>();
        rows.put("answered", play -> play.answer("deed", YES));
        rows.put("refused", play -> play.answer("deed", NO));
        rows.put("taken in, the outcome follows", play -> play.answer("deed", TAKEN));
        rows.put("a supplement is wanted", play -> play.answer("deed", new SupplementNeeded(List.of(), Map.of())));
        rows.put("no connection, breaker open, 429, 503, a fault that says so", play -> play.answer("deed", AWAY));
        rows.put("that for thirty days", play -> awayFor(play, Duration.ofDays(31)));
        rows.put("time-out, cut line, 500, garbage, half an answer", play -> play.answer("deed", UNKNOWN));
        rows.put("the node dies while calling", DoubtTest::nodeDies);
        rows.put("taken in, and no outcome in time", play -> play.answer("deed", TAKEN)
                .wait(Duration.ofMinutes(5)));
        rows.put("doubt, until the department has forgotten the key", play -> doubtFor(play, Duration.ofHours(49)));
        rows.put("doubt, but it had happened", play -> next(play.answer("deed", UNKNOWN), YES));
        rows.put("doubt, and it had not happened", play -> next(play.answer("deed", UNKNOWN), new Answered(Map.of())));
        rows.put("the lost call's answer comes late", play -> late(nodeDies(play)));
        rows.put("the answer comes twice", play -> late(play.answer("deed", YES)));
        return rows;
    }

    @TestFactory
    Stream<DynamicTest> doesWhatThePageSays() throws IOException {
        var table = table();
        return ROWS.entrySet().stream().flatMap(row -> COLUMNS.stream()
                .map(effect -> DynamicTest.dynamicTest(
                        row.getKey() + ", " + effect, () -> assertThat(played(row.getValue(), effect))
                                .isEqualTo(cell(table, row.getKey(), effect)))));
    }

    @Test
    void thePageHasEveryRowAndNoOther() throws IOException {
        assertThat(table().keySet()).containsExactlyElementsOf(ROWS.keySet());
    }

    private static String played(Function<Play, Play> row, Effect effect) {
        var deed = row.equals(ROWS.get("taken in, and no outcome in time"))
                ? typical("deed", effect).outcomeWithin(Duration.ofMinutes(5))
                : typical("deed", effect);
        var play = Play.accepted(matter(call("deed")), department(deed, operation("find", Effect.READ)));
        return describe(row.apply(play).step("deed"));
    }

    /** State, who has the ball, and the call that comes next. */
    private static String describe(StepSnapshot step) {
        if (step.state().isFinal()) {
            return "`" + step.state() + "`";
        }
        var actor = Objects.requireNonNull(step.why()).nextActor().code();
        var next =
                switch (step.state()) {
                    case READY, RETRYING -> step.purpose() == Purpose.QUERY ? ", asks first" : ", same again";
                    default -> "";
                };
        return "`" + step.state() + "` " + actor + next;
    }

    private static Play nodeDies(Play play) {
        if (play.call("deed").act()) {
            play.lease("deed");
            return play.sleep(Duration.ofSeconds(41)).on(new CaseEvent.AlarmRang(play.now()));
        }
        return play.sleep(Duration.ofSeconds(41)).on(new CaseEvent.AlarmRang(play.now()));
    }

    private static Play late(Play play) {
        return play.on(new Replied(play.now(), "deed", 1, Purpose.ACT, YES, "node-a"));
    }

    /** The next call there is gets this reply. */
    private static Play next(Play play, org.onewindow.canonical.DepartmentReply reply) {
        if (play.state("deed") == StepState.RETRYING) {
            play.untilNext("deed").answer("deed", reply);
        }
        return play;
    }

    private static Play awayFor(Play play, Duration time) {
        return repeatFor(play, time, AWAY);
    }

    private static Play doubtFor(Play play, Duration time) {
        return repeatFor(play, time, UNKNOWN);
    }

    private static Play repeatFor(Play play, Duration time, org.onewindow.canonical.DepartmentReply reply) {
        var until = play.now().plus(time);
        while (play.now().isBefore(until) && !isLeftToPeople(play)) {
            if (play.isCallable("deed")) {
                play.answer("deed", reply);
            } else {
                play.wait(Duration.ofMinutes(1));
            }
        }
        return play;
    }

    private static boolean isLeftToPeople(Play play) {
        return play.state("deed") == StepState.STUCK || play.state("deed") == StepState.UNCERTAIN;
    }

    private static String cell(Map<String, List<String>> table, String row, Effect effect) {
        return Objects.requireNonNull(table.get(row), row).get(COLUMNS.indexOf(effect));
    }

    /** The rows of the page's table: what happens, then a cell for each effect class. */
    private static Map<String, List<String>> table() throws IOException {
        var table = new LinkedHashMap<String, List<String>>();
        Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| what happens") && !line.startsWith("| --"))
                .map(line -> Stream.of(line.split("\\|")).map(String::strip).toList())
                .forEach(cells -> table.put(cells.get(1), cells.subList(2, 6)));
        return table;
    }
}
