package org.onewindow.cases.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.onewindow.cases.Given.call;
import static org.onewindow.cases.Given.department;
import static org.onewindow.cases.Given.matter;
import static org.onewindow.cases.Given.operation;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.DepartmentReply.Answered;
import org.onewindow.canonical.DepartmentReply.Uncertain;
import org.onewindow.cases.CaseEvent.WithdrawalAsked;
import org.onewindow.cases.StepState;
import org.onewindow.config.Effect;

/** The connection dies in the middle of a transition, as when a node or the database is killed: nothing is half written. */
class AllOrNothingTest {

    private final AtomicBoolean dies = new AtomicBoolean();
    private final Hall hall = new Hall(
            matter(call("deed").undo("undo"), call("more").after("deed")),
            (connection, _, _) -> {
                if (dies.get()) {
                    Rows.first(connection, "select pg_terminate_backend(pg_backend_pid())", row -> row.getBoolean(1));
                }
            },
            department(operation("deed", Effect.NONE), operation("undo", Effect.KEY), operation("more", Effect.NONE)));

    @AfterEach
    void close() {
        hall.database.close();
    }

    private List<Long> rows() {
        return List.of("case_file", "step", "case_event", "attempt", "message", "task", "submission").stream()
                .map(table -> Database.count(hall.database, "select count(*) from " + table))
                .toList();
    }

    @Test
    void anOpeningThatDiesLeavesNothing() {
        dies.set(true);

        assertThatThrownBy(() -> hall.cases.open(Hall.submission("k"), Hall.request("T1")))
                .isInstanceOf(StoreAway.class);

        assertThat(rows()).containsOnly(0L);
        dies.set(false);
        assertThat(hall.cases.open(Hall.submission("k"), Hall.request("T1"))).isInstanceOf(Submitted.Accepted.class);
    }

    @Test
    void aTransitionThatDiesLeavesTheCaseAsItWas() {
        var number = hall.accepted();
        var before = hall.find(number);
        var rows = rows();
        dies.set(true);

        assertThatThrownBy(() -> hall.answer(number, "deed", new Answered(Map.of())))
                .isInstanceOf(StoreAway.class);

        dies.set(false);
        assertThat(hall.step(number, "deed").state())
                .as("the lease was committed before")
                .isEqualTo(StepState.CALLING);
        assertThat(rows().get(2)).isEqualTo(rows.get(2));
        assertThat(hall.find(number).version()).isEqualTo(before.version() + 1);
        assertThat(hall.cases.verifyTrace()).isEmpty();
    }

    @Test
    void aWithdrawalThatDiesCanBeAskedAgain() {
        var number = hall.accepted();
        hall.answer(number, "deed", new Answered(Map.of()));
        var before = hall.find(number);
        dies.set(true);
        assertThatThrownBy(() -> hall.cases.apply(number, new WithdrawalAsked(hall.clock.instant(), "hub")))
                .isInstanceOf(StoreAway.class);
        dies.set(false);

        assertThat(hall.find(number)).isEqualTo(before);
        assertThat(hall.cases
                        .apply(number, new WithdrawalAsked(hall.clock.instant(), "hub"))
                        .accepted())
                .isTrue();
    }

    @Test
    void aDoubtThatDiesLeavesNoTaskBehind() {
        var number = hall.accepted();
        dies.set(true);
        assertThatThrownBy(() -> hall.answer(number, "deed", new Uncertain("cut")))
                .isInstanceOf(StoreAway.class);

        dies.set(false);
        assertThat(hall.cases.tasks(number)).isEmpty();
    }
}
