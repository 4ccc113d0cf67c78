package org.onewindow.cases.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.onewindow.cases.Given.call;
import static org.onewindow.cases.Given.department;
import static org.onewindow.cases.Given.matter;
import static org.onewindow.cases.Given.operation;
import static org.onewindow.cases.store.Hall.request;
import static org.onewindow.cases.store.Hall.submission;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.DepartmentReply.Answered;
import org.onewindow.canonical.DepartmentReply.Pending;
import org.onewindow.canonical.DepartmentReply.Uncertain;
import org.onewindow.cases.CaseEvent.Replied;
import org.onewindow.cases.CaseEvent.WithdrawalAsked;
import org.onewindow.cases.CaseState;
import org.onewindow.cases.Command;
import org.onewindow.cases.Given;
import org.onewindow.cases.Purpose;
import org.onewindow.cases.StepState;
import org.onewindow.cases.TraceEntry;
import org.onewindow.config.Effect;
import org.onewindow.config.Operation.Outcome.By;

class CasesTest {

    private static final Hall HALL = new Hall(
            matter(
                    call("look-up").forEach(_ -> List.of("a", "b")),
                    call("deed").after("look-up").undo("take-back"),
                    call("register").after("deed")),
            department(
                    operation("look-up", Effect.READ),
                    operation("deed", Effect.NONE),
                    operation("take-back", Effect.KEY),
                    operation("register", Effect.KEY).outcome(By.CALLBACK, null, null)));

    private static final AnswerNumbers NUMBERS = new AnswerNumbers(HALL.database, HALL.clock);

    private final Cases cases = HALL.cases;

    @AfterAll
    static void close() {
        HALL.database.close();
    }

    private static CaseNumber atDeed() {
        var number = HALL.accepted();
        HALL.answer(number, "look-up.0", new Answered(Map.of("count", 1)));
        HALL.answer(number, "look-up.1", new Answered(Map.of("count", 2)));
        return number;
    }

    private static CaseNumber atRegister() {
        var number = atDeed();
        HALL.answer(number, "deed", new Answered(Map.of("number", "N1")));
        return number;
    }

    @Test
    void takesACaseFromItsSubmissionToItsEnd() {
        var number = atRegister();
        HALL.answer(number, "register", new Pending(Map.of("receipt", "R1"), null));
        HALL.outcome(number, "register", new Answered(Map.of("title", "T2")), "o1", 1L);

        var found = HALL.find(number);
        assertThat(found.state()).isEqualTo(CaseState.APPROVED);
        assertThat(found.steps().keySet()).containsExactly("look-up.0", "look-up.1", "deed", "register");
        assertThat(found.facts())
                .containsEntry("register", Map.of("receipt", "R1", "title", "T2"))
                .containsEntry("look-up", List.of(Map.of("item", "a", "count", 1), Map.of("item", "b", "count", 2)));
        assertThat(cases.trace(number).stream().map(TraceEntry::kind))
                .startsWith("received", "accepted")
                .endsWith("step-done", "approved");
    }

    @Test
    void keepsWhatTheMachineDecidedToTheLastDetail() {
        var number = atRegister();
        var decided = HALL.answer(number, "register", new Pending(Map.of("receipt", "R1"), Duration.ofHours(2)));

        assertThat(HALL.find(number)).isEqualTo(decided.next());
    }

    @Test
    void writesCaseEventAndSubmissionTogetherOrNotAtAll() {
        var failing = new Hall(
                matter(call("deed")),
                (_, _, _) -> {
                    throw new IllegalStateException("the licence store is broken");
                },
                department(operation("deed", Effect.NONE)));

        assertThatThrownBy(() -> failing.cases.open(submission("k"), request("T1")))
                .hasMessage("the licence store is broken");

        for (var table : List.of("case_file", "step", "case_event", "submission", "party_of_case")) {
            assertThat(Database.count(failing.database, "select count(*) from " + table))
                    .as(table)
                    .isZero();
        }
        failing.database.close();
    }

    @Test
    void storesTheMessageWithTheLeaseAndNeverAnotherForTheSameAct() {
        var number = atDeed();
        var call = cases.callOf(number, "deed").orElseThrow();
        assertThat(cases.message(call)).isEmpty();

        HALL.lease(number, "deed", "node-a");

        assertThat(cases.message(call).orElseThrow().bytes())
                .isEqualTo("message of deed".getBytes(StandardCharsets.UTF_8));
        assertThat(cases.attempts(number).getLast())
                .satisfies(attempt ->
                        assertThat(attempt.effectKey()).isEqualTo(call.key().toString()))
                .satisfies(attempt -> assertThat(attempt.sentSha256()).hasSize(64))
                .satisfies(attempt -> assertThat(attempt.endedAt()).isNull());
    }

    @Test
    void logsACallAsOneAttemptFromItsLeaseToItsEnd() {
        var number = atRegister();

        var deed = cases.attempts(number).stream()
                .filter(attempt -> attempt.stepKey().equals("deed"))
                .toList();
        assertThat(deed).hasSize(1);
        assertThat(deed.getFirst().outcome()).isEqualTo("answered");
        assertThat(deed.getFirst().effectKey()).isNotNull();
        assertThat(deed.getFirst().endedAt()).isEqualTo(HALL.clock.instant());
    }

    @Test
    void findsTheActAnOutcomeIsOfByItsCorrelationOnly() {
        var number = atRegister();
        var correlation = HALL.step(number, "register").correlation();

        assertThat(cases.byCorrelation(Given.DEPARTMENT, correlation)).hasValueSatisfying(reference -> {
            assertThat(reference.number()).isEqualTo(number);
            assertThat(reference.stepKey()).isEqualTo("register");
            assertThat(reference.about()).isEqualTo(Purpose.ACT);
            assertThat(reference.operation().id()).isEqualTo("register");
        });
        assertThat(cases.byCorrelation("another", correlation)).isEmpty();
        assertThat(cases.byCorrelation(Given.DEPARTMENT, "0".repeat(32))).isEmpty();
    }

    @Test
    void findsTheActByTheNumberThatItsAnswerWillBear() {
        var number = atRegister();
        var correlation = HALL.step(number, "register").correlation();
        var other = HALL.step(atRegister(), "register").correlation();

        assertThat(NUMBERS.expect(Given.DEPARTMENT, "ID:7", correlation)).isTrue();
        assertThat(NUMBERS.expect(Given.DEPARTMENT, "ID:7", correlation)).isTrue();
        assertThat(NUMBERS.expect(Given.DEPARTMENT, "ID:7", other)).isFalse();
        assertThat(NUMBERS.expect("another", "ID:7", other)).isTrue();

        assertThat(cases.byCorrelation(Given.DEPARTMENT, "ID:7")).hasValueSatisfying(reference -> {
            assertThat(reference.number()).isEqualTo(number);
            assertThat(reference.about()).isEqualTo(Purpose.ACT);
        });
        assertThat(cases.byCorrelation("another", "ID:7")).isEmpty();
        assertThat(NUMBERS.isKnown(Given.DEPARTMENT, "ID:7")).isTrue();
        assertThat(NUMBERS.isKnown(Given.DEPARTMENT, "ID:8")).isFalse();
    }

    @Test
    void keepsNoNumberThatSaysNothingAndFindsNobodyByIt() {
        assertThatThrownBy(() -> NUMBERS.expect(Given.DEPARTMENT, "", "c"))
                .hasStackTraceContaining("answer_number_number_check");
        assertThat(cases.byCorrelation(Given.DEPARTMENT, "")).isEmpty();
    }

    @Test
    void forgetsTheNumberOfAnAnswerThatNobodyCanWaitForAnyMore() {
        var correlation = HALL.step(atRegister(), "register").correlation();
        NUMBERS.expect(Given.DEPARTMENT, "ID:old", correlation);
        Database.execute(
                HALL.database, "update answer_number set at = at - interval '401 days' where number = 'ID:old'");

        NUMBERS.expect(Given.DEPARTMENT, "ID:new", correlation);

        assertThat(cases.byCorrelation(Given.DEPARTMENT, "ID:old")).isEmpty();
        assertThat(cases.byCorrelation(Given.DEPARTMENT, "ID:new")).isPresent();
    }

    @Test
    void findsAnUndoingByACorrelationOfItsOwn() {
        var number = atRegister();
        cases.apply(number, new WithdrawalAsked(HALL.clock.instant(), "hub"));

        var step = HALL.step(number, "deed");
        assertThat(step.state()).isEqualTo(StepState.UNDOING);
        assertThat(cases.byCorrelation(Given.DEPARTMENT, step.undoCorrelation()))
                .hasValueSatisfying(reference -> assertThat(reference.about()).isEqualTo(Purpose.UNDO));
    }

    @Test
    void aReplySeenBeforeChangesNothing() {
        var number = atRegister();
        HALL.answer(number, "register", new Pending(Map.of(), null));
        HALL.outcome(number, "register", new Pending(Map.of("a", 1), null), "same", null);
        var before = HALL.find(number);

        var again = HALL.outcome(number, "register", new Answered(Map.of("title", "T2")), "same", null);

        assertThat(again.accepted()).isTrue();
        assertThat(HALL.find(number)).isEqualTo(before);
    }

    @Test
    void opensATaskForADoubtAndClosesItWhenALateAnswerComes() {
        var number = atDeed();
        HALL.answer(number, "deed", new Uncertain("read timed out"));
        assertThat(cases.tasks(number))
                .singleElement()
                .satisfies(task -> assertThat(task.kind()).isEqualTo("outcome-unknown"))
                .satisfies(task -> assertThat(cases.task(task.id())).hasValue(task));
        assertThat(cases.openTasks(1000)).anyMatch(task -> task.number().equals(number));

        cases.apply(
                number, new Replied(HALL.clock.instant(), "deed", 1, Purpose.ACT, new Answered(Map.of()), "node-a"));

        assertThat(HALL.step(number, "deed").state()).isEqualTo(StepState.DONE);
        assertThat(cases.tasks(number))
                .allSatisfy(task -> assertThat(task.closedAt()).isNotNull());
        assertThat(cases.openTasks(1000)).noneMatch(task -> task.number().equals(number));
    }

    @Test
    void settlesATaskThatIsNoQuestionWithALineInTheTraceAndRefusesOneThatIs() {
        var number = atDeed();
        HALL.answer(number, "deed", new Uncertain("read timed out"));
        var question = cases.tasks(number).getFirst();
        assertThat(cases.settle(question, "op1", "seen").refusal()).isEqualTo("resolve-the-step");
        HALL.clock.advance(Duration.ofDays(30));
        cases.sweep(10_000, (_, _) -> {});
        var overdue = cases.tasks(number).stream()
                .filter(task -> task.kind().equals("overdue"))
                .findFirst()
                .orElseThrow();

        cases.settle(overdue, "op1", "told the superior");

        assertThat(cases.task(overdue.id()))
                .hasValueSatisfying(task -> assertThat(task.closedAt()).isNotNull());
        assertThat(cases.task(question.id()))
                .hasValueSatisfying(task -> assertThat(task.closedAt()).isNull());
        assertThat(cases.trace(number).getLast())
                .returns("task-settled", TraceEntry::kind)
                .returns("told the superior", entry -> entry.details().get("reason"));
    }

    @Test
    void listsAPersonsOwnCasesNewestFirstAndInPages() {
        var hall = new Hall(matter(call("deed")), department(operation("deed", Effect.NONE)));
        var numbers = new ArrayList<CaseNumber>();
        for (int i = 0; i < 5; i++) {
            numbers.addFirst(hall.accepted());
            hall.clock.advance(Duration.ofMinutes(1));
        }
        var seller = Hall.HASH.of(Given.WANG);

        var first = hall.cases.ofSubject(seller, 2, null);
        var rest = hall.cases.ofSubject(seller, 10, first.getLast());

        assertThat(first).isEqualTo(numbers.subList(0, 2));
        assertThat(rest).isEqualTo(numbers.subList(2, 5));
        assertThat(hall.cases.ofSubject(Hall.HASH.of(Given.CHEN), 10, null)).isEmpty();
        assertThat(hall.cases.concerns(numbers.getFirst(), seller)).isTrue();
        assertThat(hall.cases.concerns(numbers.getFirst(), Hall.HASH.of(Given.CHEN)))
                .isFalse();
        hall.database.close();
    }

    @Test
    void writesNoIdentityNumberWherePeopleAreSoughtOrStoriesTold() {
        var number = atRegister();

        for (var table : List.of("party_of_case", "case_event", "attempt", "task", "submission")) {
            assertThat(Database.count(
                            HALL.database, "select count(*) from " + table + " t where t::text ~ '37010[0-9]{12}'"))
                    .as(table)
                    .isZero();
        }
        assertThat(HALL.find(number).toString()).doesNotContain("37010");
    }

    @Test
    void exportsCasesWithStepsAttemptsAndTraceAndWithoutPersonalData() {
        var number = atRegister();
        var lines = new ArrayList<String>();

        cases.export(Instant.EPOCH, lines::add);

        assertThat(lines)
                .filteredOn(line -> line.contains(number.text()))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains("effectKey", "\"seq\": 1", "look-up.1", "leased")
                        .doesNotContain("370102", "王强", "\"count\""));
        assertThat(lines).isNotEmpty().allSatisfy(line -> assertThat(line).doesNotContain("\n"));
    }

    @Test
    void givesAFinalCaseNoAlarmAndAnOpenOneAlways() {
        atRegister();

        assertThat(
                        Database.count(
                                HALL.database,
                                "select count(*) from case_file where (alarm_at is null) <> (state in ('approved', 'refused', 'withdrawn', 'closed'))"))
                .isZero();
    }

    @Test
    void carriesOutACommandInTheTransactionOfItsDecision() {
        var number = atRegister();
        HALL.carriedOut.clear();

        cases.apply(number, new WithdrawalAsked(HALL.clock.instant(), "hub"));

        assertThat(HALL.carriedOut).hasAtLeastOneElementOfType(Command.Dispatch.class);
    }
}
