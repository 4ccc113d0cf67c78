package org.onewindow.cases.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.cases.Given.call;
import static org.onewindow.cases.Given.department;
import static org.onewindow.cases.Given.matter;
import static org.onewindow.cases.Given.operation;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.onewindow.cases.CaseState;
import org.onewindow.cases.Command;
import org.onewindow.cases.Given;
import org.onewindow.cases.TraceEntry;
import org.onewindow.config.Effect;

class TakenInTest {

    private final Hall hall = new Hall(matter(call("deed")), department(operation("deed", Effect.NONE)));

    @AfterEach
    void close() {
        hall.database.close();
    }

    @Test
    void aMatterThatAsksForNoMaterialsIsAcceptedInTheTransactionThatTakesItIn() {
        var taken = (Submitted.Accepted) hall.cases.open(Hall.submission("k"), Hall.request("T1"));

        var found = hall.find(taken.number());
        assertThat(taken.opened()).as("what was told is what is stored").isEqualTo(found);
        assertThat(found.version()).isEqualTo(1);
        assertThat(found.state()).isEqualTo(CaseState.REVIEWING);
        assertThat(taken.commands()).anyMatch(Command.Dispatch.class::isInstance);
        assertThat(hall.cases.trace(taken.number()))
                .extracting(TraceEntry::kind)
                .startsWith("received", "accepted");
        assertThat(hall.cases.verifyTrace()).isEmpty();
    }

    @Test
    void whatItsStepsAreFoundByIsStoredWithThem() {
        var taken = (Submitted.Accepted) hall.cases.open(Hall.submission("k"), Hall.request("T1"));

        var correlation = hall.step(taken.number(), "deed").correlation();
        assertThat(hall.cases.byCorrelation(Given.DEPARTMENT, correlation)).isPresent();
    }

    @Test
    void whatIsOverAtOnceStandsAsOver() {
        try (var hall = new Over()) {
            var taken = (Submitted.Accepted) hall.hall.cases.open(Hall.submission("k"), Hall.request("T1"));

            var found = hall.hall.find(taken.number());
            assertThat(found.state()).isEqualTo(CaseState.APPROVED);
            assertThat(found.finishedAt()).isEqualTo(found.receivedAt());
            assertThat(hall.hall.cases.open(Hall.submission("another"), Hall.request("T1")))
                    .as("nothing is open for the title any more")
                    .isInstanceOf(Submitted.Accepted.class);
        }
    }

    /** A matter whose only step is the agreement of the one who applies. */
    private record Over(Hall hall) implements AutoCloseable {

        Over() {
            this(new Hall(matter(Given.agreement("agreement", "buyer"))));
        }

        @Override
        public void close() {
            hall.database.close();
        }
    }
}
