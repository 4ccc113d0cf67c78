package org.onewindow.cases.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.onewindow.cases.Given.call;
import static org.onewindow.cases.Given.department;
import static org.onewindow.cases.Given.matter;
import static org.onewindow.cases.Given.operation;
import static org.onewindow.cases.store.Hall.request;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.DepartmentReply.Answered;
import org.onewindow.canonical.DepartmentReply.Refused;
import org.onewindow.config.Effect;

class SubmissionTest {

    private final Hall hall = new Hall(matter(call("deed")), department(operation("deed", Effect.NONE)));

    @AfterEach
    void close() {
        hall.database.close();
    }

    private static Submission submission(String client, String key, String hash) {
        return new Submission(client, key, hash, "subject", null);
    }

    @Test
    void theSameKeyAndRequestIsTheSameCase() {
        var first = (Submitted.Accepted) hall.cases.open(submission("portal", "k", "h"), request("T1"));

        var again = hall.cases.open(submission("portal", "k", "h"), request("T1"));

        assertThat(again).isEqualTo(new Submitted.Replayed(first.number()));
    }

    @Test
    void theSameKeyWithAnotherRequestIsRefused() {
        hall.cases.open(submission("portal", "k", "h"), request("T1"));

        assertThat(hall.cases.open(submission("portal", "k", "other"), request("T2")))
                .isEqualTo(new Submitted.KeyReused());
    }

    @Test
    void keysOfOneClientNeverMeetThoseOfAnother() {
        hall.cases.open(submission("portal", "k", "h"), request("T1"));

        assertThat(hall.cases.open(submission("kiosk", "k", "h"), request("T2")))
                .isInstanceOf(Submitted.Accepted.class);
    }

    @Test
    void aKeyThatIsBeingStoredIsInFlight() throws SQLException {
        try (var other = hall.database.getConnection()) {
            other.setAutoCommit(false);
            Openings.seen(other, List.of(submission("portal", "k", "h")), List.of());

            assertThat(hall.cases.open(submission("portal", "k", "h"), request("T1")))
                    .isEqualTo(new Submitted.InFlight());

            other.rollback();
        }
        assertThat(hall.cases.open(submission("portal", "k", "h"), request("T1")))
                .isInstanceOf(Submitted.Accepted.class);
    }

    @Test
    void aSecondCaseForTheSameTitleOpensOnlyWhenTheFirstIsOver() {
        var first = hall.accepted();
        var title = String.valueOf(hall.find(first).request().form().get("titleNumber"));

        assertThat(hall.cases.open(submission("portal", "k2", "h"), request(title)))
                .isEqualTo(new Submitted.AlreadyOpen(first));
        hall.answer(first, "deed", new Refused("no", "不予通过"));

        assertThat(hall.cases.open(submission("portal", "k2", "h"), request(title)))
                .isInstanceOf(Submitted.Accepted.class);
    }

    @Test
    void aSubmissionThatWasRefusedLeavesItsKeyFree() {
        hall.cases.open(submission("portal", "k1", "h"), request("T1"));
        hall.cases.open(submission("portal", "k2", "h"), request("T1"));

        assertThat(hall.cases.open(submission("portal", "k2", "h"), request("T2")))
                .isInstanceOf(Submitted.Accepted.class);
    }

    @Test
    void anApprovedCaseFreesItsTitle() {
        var first = hall.accepted();
        var title = String.valueOf(hall.find(first).request().form().get("titleNumber"));
        hall.answer(first, "deed", new Answered(Map.of()));

        assertThat(hall.cases.open(submission("portal", "k2", "h"), request(title)))
                .isInstanceOf(Submitted.Accepted.class);
    }

    @Test
    void whatComesInTogetherIsWrittenTogetherAndEachAsIfAlone() throws Exception {
        var became = new ArrayList<Future<Submitted>>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor();
                var other = hall.database.getConnection()) {
            other.setAutoCommit(false);
            Openings.seen(other, List.of(submission("portal", "held", "h")), List.of());
            for (int i = 0; i < 60; i++) {
                var one = submission("portal", "key " + i, "h");
                var title = "title " + i / 2;
                became.add(callers.submit(() -> hall.cases.open(one, request(title))));
            }
            var held = callers.submit(() -> hall.cases.open(submission("portal", "held", "h"), request("held")));
            var bad =
                    callers.submit(() -> hall.cases.open(submission("portal", "bad", "h"), request("no JSON \u0000")));

            assertThat(held.get()).isEqualTo(new Submitted.InFlight());
            assertThatThrownBy(bad::get).hasMessageContaining("22P05");
        }
        for (int i = 0; i < became.size(); i += 2) {
            assertThat(List.of(became.get(i).get(), became.get(i + 1).get()))
                    .as("one open case a title")
                    .hasAtLeastOneElementOfType(Submitted.Accepted.class)
                    .hasAtLeastOneElementOfType(Submitted.AlreadyOpen.class);
        }
        assertThat(hall.cases.verifyTrace()).isEmpty();
    }

    @Test
    void whatAnotherHasInHandHoldsUpNobodyElse() throws Exception {
        var first = hall.accepted();
        var title = String.valueOf(hall.find(first).request().form().get("titleNumber"));
        try (var callers = Executors.newVirtualThreadPerTaskExecutor();
                var frozen = hall.database.getConnection()) {
            frozen.setAutoCommit(false);
            Rows.update(frozen, "update case_file set open_key = null where number = ?", first.text());

            var held = callers.submit(() -> hall.cases.open(submission("portal", "held", "h"), request(title)));
            var other = callers.submit(() -> hall.cases.open(submission("portal", "other", "h"), request("T1")));

            assertThat(other.get()).isInstanceOf(Submitted.Accepted.class);
            assertThat(held.get()).isEqualTo(new Submitted.InFlight());
            frozen.rollback();
        }
    }

    @Test
    void aKeyThatComesOftenInOneMomentOpensOneCase() throws Exception {
        var became = new ArrayList<Future<Submitted>>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                became.add(callers.submit(() -> hall.cases.open(submission("portal", "k", "h"), request("T1"))));
            }
        }

        var results = new ArrayList<Submitted>();
        for (var one : became) {
            results.add(one.get());
        }
        assertThat(results)
                .hasOnlyElementsOfTypes(Submitted.Accepted.class, Submitted.Replayed.class, Submitted.InFlight.class)
                .filteredOn(Submitted.Accepted.class::isInstance)
                .hasSize(1);
    }
}
