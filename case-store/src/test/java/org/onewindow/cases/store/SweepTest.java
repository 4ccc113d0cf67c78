package org.onewindow.cases.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.cases.Given.call;
import static org.onewindow.cases.Given.department;
import static org.onewindow.cases.Given.matter;
import static org.onewindow.cases.Given.operation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.cases.Command;
import org.onewindow.cases.Given;
import org.onewindow.cases.StepState;
import org.onewindow.config.Effect;

class SweepTest {

    private final Set<CaseNumber> broken = ConcurrentHashMap.newKeySet();
    private final Hall hall = new Hall(
            matter(call("deed")),
            (_, decided, _) -> {
                if (broken.contains(decided.number())) {
                    throw new IllegalStateException("a fault of the hub");
                }
            },
            department(operation("deed", Effect.NONE)));

    @AfterEach
    void close() {
        hall.database.close();
    }

    private Set<CaseNumber> sweep() {
        var rang = new HashSet<CaseNumber>();
        hall.cases.sweep(100, (number, _) -> rang.add(number));
        return rang;
    }

    @Test
    void ringsWhatIsDueAndNothingElse() {
        var number = hall.accepted();
        assertThat(sweep()).isEmpty();

        hall.clock.advance(Duration.ofSeconds(3));
        var later = hall.accepted();

        assertThat(sweep()).containsExactly(number).doesNotContain(later);
        assertThat(sweep()).isEmpty();
    }

    @Test
    void handsOutTheHintsOfStepsThatNobodyTook() {
        var number = hall.accepted();
        hall.clock.advance(Duration.ofSeconds(3));
        var commands = new ArrayList<Command>();

        hall.cases.sweep(100, (_, decision) -> commands.addAll(decision.commands()));

        assertThat(commands).containsExactly(new Command.Dispatch("deed", Given.DEPARTMENT));
        assertThat(hall.step(number, "deed").state()).isEqualTo(StepState.READY);
    }

    @Test
    void findsTheLeaseOfALostNode() {
        var number = hall.accepted();
        hall.lease(number, "deed", "node-a");
        hall.clock.advance(Duration.ofSeconds(41));

        sweep();

        assertThat(hall.step(number, "deed").state()).isEqualTo(StepState.UNCERTAIN);
        assertThat(hall.cases.attempts(number)).singleElement().satisfies(attempt -> assertThat(attempt.outcome())
                .isEqualTo("lapsed"));
    }

    @Test
    void ringsAtMostSoManyAtATime() {
        var all = List.of(hall.accepted(), hall.accepted(), hall.accepted());
        hall.clock.advance(Duration.ofSeconds(3));

        assertThat(hall.cases.sweep(2, (_, _) -> {})).isEqualTo(2);
        assertThat(hall.cases.sweep(2, (_, _) -> {})).isEqualTo(all.size() - 2);
    }

    @Test
    void oneBrokenCaseDoesNotKeepTheOthersFromRinging() {
        var bad = hall.accepted();
        var good = hall.accepted();
        broken.add(bad);
        hall.clock.advance(Duration.ofSeconds(3));

        assertThat(sweep()).containsExactly(good);

        assertThat(hall.cases.tasks(bad)).singleElement().satisfies(task -> assertThat(task.kind())
                .isEqualTo("hub-fault"));
        assertThat(sweep()).isEmpty();
        broken.clear();
        hall.clock.advance(Duration.ofMinutes(5));
        assertThat(sweep()).contains(bad);
    }
}
