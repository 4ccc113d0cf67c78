package org.onewindow.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.cases.Given.call;
import static org.onewindow.cases.Given.department;
import static org.onewindow.cases.Given.matter;
import static org.onewindow.cases.Given.operation;
import static org.onewindow.cases.Play.TAKEN;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.DepartmentReply.SupplementNeeded;
import org.onewindow.cases.CaseEvent.Checked;
import org.onewindow.cases.CaseEvent.LimitListChanged;
import org.onewindow.cases.CaseEvent.Received;
import org.onewindow.cases.CaseEvent.SupplementHandedIn;
import org.onewindow.config.Department;
import org.onewindow.config.Effect;
import org.onewindow.config.Operation.Outcome.By;
import org.onewindow.config.WorkingDays;

/** Promised five working days, statutory thirty. */
class TimeLimitTest {

    private static final Department DEPARTMENT =
            department(operation("register", Effect.KEY).outcome(By.CALLBACK, null, null));

    private static Play waiting() {
        return Play.accepted(matter(call("register")), DEPARTMENT).answer("register", TAKEN);
    }

    @Test
    void countsWorkingDaysFromTheDayAfterAcceptance() {
        var limits = waiting().snapshot().limits();

        assertThat(limits.startedOn()).isEqualTo("2026-09-14");
        assertThat(limits.dueOn()).isEqualTo("2026-09-21");
        assertThat(limits.statutoryDueOn()).isEqualTo("2026-10-30");
        assertThat(limits.provisional()).isFalse();
    }

    @Test
    void warnsAtFiftyEightyAndAHundredPercentOnceEach() {
        var play = waiting();

        assertThat(play.wait(upTo("2026-09-16T15:59:59Z", play)).traceKinds()).doesNotContain("limit-50");
        assertThat(play.wait(Duration.ofSeconds(1)).traceKinds()).containsOnlyOnce("limit-50");
        assertThat(play.wait(upTo("2026-09-18T15:59:59Z", play)).traceKinds()).doesNotContain("limit-80");
        assertThat(play.wait(Duration.ofSeconds(1)).traceKinds()).containsOnlyOnce("limit-80");
        assertThat(play.wait(upTo("2026-09-21T15:59:59Z", play)).traceKinds()).doesNotContain("limit-100");
        play.wait(Duration.ofDays(30));

        assertThat(play.traceKinds()).containsOnlyOnce("limit-50", "limit-80", "limit-100");
        assertThat(play.tasks()).containsOnlyOnce("overdue");
    }

    private static Duration upTo(String time, Play play) {
        return Duration.between(play.now(), Instant.parse(time));
    }

    @Test
    void theDaysTheApplicantTookDoNotCount() {
        var play = waiting().outcome("register", new SupplementNeeded(List.of(), Map.of()), 1L);
        play.wait(Duration.ofDays(7));

        play.on(new SupplementHandedIn(play.now(), "s1", List.of(), "a hash"));

        assertThat(play.snapshot().limits().dueOn()).isEqualTo("2026-09-28");
        assertThat(TimeLimits.pausedDays(Given.YEAR_2026, play.snapshot().limits(), play.now()))
                .isEqualTo(5);
    }

    @Test
    void aDueDayInAYearWithoutAListIsProvisionalToldOnceAndReckonedAnew() {
        var matter = matter(call("register"));
        var december = Instant.parse("2026-12-28T01:00:00Z");
        var machine = new CaseMachine(Given.YEAR_2026, Given.departments(DEPARTMENT));
        var opened =
                CaseMachine.open(CaseNumber.on(LocalDate.of(2026, 12, 28)), matter, Given.request(), "s", december);
        var received = machine.decide(opened, new Received(december, "hub")).next();
        var accepted = machine.decide(received, new Checked(december, List.of(), List.of()));

        assertThat(accepted.next().limits()).returns(true, Limits::provisional);
        assertThat(accepted.trace()).extracting(TraceEntry::kind).containsOnlyOnce("limit-provisional");
        assertThat(accepted.next().limits().dueOn()).isEqualTo("2027-01-05");

        var again = machine.decide(accepted.next(), new LimitListChanged(december));
        assertThat(again.trace()).isEmpty();

        var with2027 = new WorkingDays(Map.of(
                2026,
                new WorkingDays.Year(Set.of(), Set.of()),
                2027,
                new WorkingDays.Year(Set.of(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 4)), Set.of())));
        var known = new CaseMachine(with2027, Given.departments(DEPARTMENT))
                .decide(accepted.next(), new LimitListChanged(december));
        assertThat(known.next().limits().dueOn()).isEqualTo("2027-01-06");
        assertThat(known.trace()).isEmpty();
    }
}
