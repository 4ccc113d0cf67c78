package org.onewindow.cases.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.cases.Given.DEPARTMENT;
import static org.onewindow.cases.Given.call;
import static org.onewindow.cases.Given.department;
import static org.onewindow.cases.Given.matter;
import static org.onewindow.cases.Given.operation;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.DepartmentReply;
import org.onewindow.config.Effect;

class WorkloadTest {

    private final Hall hall = new Hall(matter(call("deed")), department(operation("deed", Effect.KEY)));
    private final Workload workload = new Workload(hall.database);

    @AfterEach
    void close() {
        hall.database.close();
    }

    private Workload.Sample sample() {
        return workload.sample(hall.clock.instant());
    }

    @Test
    void tellsWhatWaitsAtEachDepartmentAndSinceWhen() {
        hall.accepted();
        var first = hall.clock.instant();
        hall.clock.advance(Duration.ofSeconds(2));
        var second = hall.accepted();

        assertThat(sample().queues()).isEqualTo(Map.of(DEPARTMENT, new Workload.Queue(2, first)));
        hall.lease(second, "deed", "node-a");
        assertThat(sample().queues().get(DEPARTMENT)).isEqualTo(new Workload.Queue(1, first));
        assertThat(sample().openCases()).isEqualTo(Map.of("reviewing", 2));
    }

    @Test
    void stillKnowsHowLongAStepWaitsWhenItsHintWasSentAgain() {
        hall.accepted();
        var since = hall.clock.instant();
        for (int i = 0; i < 20; i++) {
            hall.clock.advance(Duration.ofSeconds(70));
            hall.cases.sweep(10, (_, _) -> {});
        }

        assertThat(sample().queues()).isEqualTo(Map.of(DEPARTMENT, new Workload.Queue(1, since)));
    }

    @Test
    void tellsHowFarTheAlarmsAreBehind() {
        hall.accepted();
        assertThat(sample().lag()).isZero();

        hall.clock.advance(Duration.ofSeconds(33));

        assertThat(sample().late()).isEqualTo(1);
        assertThat(sample().lag()).isEqualTo(Duration.ofSeconds(30));
        assertThat(sample().waiting()).isEqualTo(2);
        hall.cases.sweep(10, (_, _) -> {});
        assertThat(sample().lag()).isZero();
    }

    @Test
    void tellsHowADepartmentAnsweredLately() {
        var begin = hall.clock.instant();
        hall.clock.advance(Duration.ofSeconds(1));
        hall.answer(hall.accepted(), "deed", new DepartmentReply.Answered(Map.of()));
        var good = hall.clock.instant();
        hall.clock.advance(Duration.ofSeconds(1));
        hall.answer(hall.accepted(), "deed", new DepartmentReply.Unavailable("down", null));
        var bad = hall.clock.instant();

        assertThat(workload.answers(begin)).isEqualTo(Map.of(DEPARTMENT, new Workload.Answers(1, good, 1, bad)));
        assertThat(workload.answers(bad)).isEmpty();
    }
}
