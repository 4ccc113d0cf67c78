package org.onewindow.cases.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.cases.Given.call;
import static org.onewindow.cases.Given.department;
import static org.onewindow.cases.Given.matter;
import static org.onewindow.cases.Given.operation;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.DepartmentReply;
import org.onewindow.canonical.DepartmentReply.Answered;
import org.onewindow.cases.CaseEvent.Leased;
import org.onewindow.cases.CaseEvent.Replied;
import org.onewindow.cases.Purpose;
import org.onewindow.cases.StepState;
import org.onewindow.config.Effect;

/** Nodes that live, fall silent, come back, and what becomes of the calls they had in hand. */
class LifeTest {

    private final Hall hall = new Hall(
            matter(call("deed"), call("stamp")),
            department(operation("deed", Effect.NONE), operation("stamp", Effect.KEY)));
    private final HandClock time = new HandClock();
    private final Life here = time.life(hall.database, "here");
    private final Life there = time.life(hall.database, "there");

    @AfterEach
    void close() {
        hall.database.close();
    }

    private void lease(CaseNumber number, String key, UUID incarnation) {
        var lease = new Leased(
                hall.clock.instant(), key, 1, "there", hall.clock.instant().plusSeconds(40));
        assertThat(hall.cases
                        .lease(number, lease, new StoredMessage(new byte[] {1}), incarnation)
                        .accepted())
                .isTrue();
    }

    private Set<CaseNumber> takenOver() {
        var taken = new HashSet<CaseNumber>();
        hall.cases.takeOver(here, 100, (number, _) -> taken.add(number));
        return taken;
    }

    /** As the database's clock would have it when a process has been silent for too long. */
    private void silent(String node) {
        Database.execute(
                hall.database,
                "update hub_node set alive_until = clock_timestamp() - interval '1 second' where name = '" + node
                        + "'");
    }

    private void liveForLong() {
        for (int beats = 0; beats < 5; beats++) {
            time.advance(Life.BEAT);
            here.beat();
        }
    }

    @Test
    void whatALostNodeWasCallingIsInDoubtByItsEffectClass() {
        var number = hall.accepted();
        lease(number, "deed", there.incarnation().orElseThrow());
        lease(number, "stamp", there.incarnation().orElseThrow());
        liveForLong();
        assertThat(takenOver()).isEmpty();

        silent("there");

        assertThat(takenOver()).containsExactly(number);
        assertThat(hall.step(number, "deed").state()).isEqualTo(StepState.UNCERTAIN);
        assertThat(hall.step(number, "stamp").state()).isEqualTo(StepState.RETRYING);
        assertThat(hall.cases.attempts(number)).hasSize(2).allSatisfy(attempt -> assertThat(attempt.outcome())
                .isEqualTo("lapsed"));
        assertThat(takenOver()).isEmpty();
    }

    @Test
    void theHubsOwnClockSaysNothingAboutLife() {
        var number = hall.accepted();
        lease(number, "deed", there.incarnation().orElseThrow());
        liveForLong();

        hall.clock.advance(Duration.ofSeconds(39));

        assertThat(takenOver()).isEmpty();
    }

    @Test
    void whoHasNotLivedLongEnoughHoldsNobodyForDead() {
        var number = hall.accepted();
        lease(number, "deed", there.incarnation().orElseThrow());
        silent("there");

        assertThat(takenOver()).isEmpty();
        liveForLong();

        assertThat(takenOver()).containsExactly(number);
    }

    @Test
    void aNewProcessOfTheSameNameIsHeirAtOnce() {
        var number = hall.accepted();
        lease(number, "deed", there.incarnation().orElseThrow());

        time.life(hall.database, "there");

        assertThat(takenOver()).containsExactly(number);
    }

    @Test
    void whoTakesItsLeaveKeepsNobodyWaiting() {
        var number = hall.accepted();
        lease(number, "deed", there.incarnation().orElseThrow());

        there.close();

        assertThat(takenOver()).containsExactly(number);
        assertThat(there.incarnation()).isEmpty();
    }

    @Test
    void aFrozenNodeNoLongerTrustsItsLifeBeforeTheOthersGiveItUp() {
        var incarnation = there.incarnation().orElseThrow();
        assertThat(there.isStill(incarnation)).isTrue();

        time.advance(Life.TRUST);

        assertThat(Life.TRUST).isLessThan(Life.SILENCE);
        assertThat(there.isStill(incarnation)).isFalse();
        assertThat(there.incarnation()).isEmpty();
    }

    @Test
    void whoWakesUpIsAnother() {
        var before = there.incarnation().orElseThrow();
        time.advance(Life.TRUST);

        there.beat();

        assertThat(there.incarnation()).isPresent().isNotEqualTo(java.util.Optional.of(before));
        assertThat(there.isStill(before)).isFalse();
    }

    @Test
    void whomTheOthersMayHaveGivenUpIsAnotherThoughItsOwnClockStoodStill() {
        var before = there.incarnation().orElseThrow();
        silent("there");

        there.beat();

        assertThat(there.isStill(before)).isFalse();
        assertThat(there.incarnation()).isPresent();
    }

    @Test
    void ofTwoProcessesWithOneNameTheNewerWorks() {
        var newer = time.life(hall.database, "there");

        there.beat();
        there.beat();

        assertThat(there.incarnation()).isEmpty();
        assertThat(newer.incarnation()).isPresent();
        newer.beat();
        assertThat(newer.incarnation()).isPresent();

        newer.close();
        there.beat();
        assertThat(there.incarnation()).isPresent();
    }

    @Test
    void theLateAnswerOfALostNodeIsEvidence() {
        var number = hall.accepted();
        lease(number, "deed", there.incarnation().orElseThrow());
        there.close();
        takenOver();

        DepartmentReply late = new Answered(java.util.Map.of("n", 1));
        hall.cases.apply(number, new Replied(hall.clock.instant(), "deed", 1, Purpose.ACT, late, "there"));

        assertThat(hall.step(number, "deed").state()).isEqualTo(StepState.DONE);
        assertThat(hall.cases.tasks(number))
                .allSatisfy(task -> assertThat(task.closedAt()).isNotNull());
    }
}
