package org.onewindow.cases.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.cases.Given.call;
import static org.onewindow.cases.Given.department;
import static org.onewindow.cases.Given.matter;
import static org.onewindow.cases.Given.operation;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.cases.CaseEvent.Checked;
import org.onewindow.cases.CaseEvent.Resolution;
import org.onewindow.cases.CaseEvent.Resolved;
import org.onewindow.cases.CaseEvent.Unmappable;
import org.onewindow.cases.Given;
import org.onewindow.cases.RetryStops;
import org.onewindow.cases.StepState;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.config.Department;
import org.onewindow.config.Effect;
import org.onewindow.config.Matter;
import org.onewindow.config.Serving;

/** A case goes by the configuration it began on, until an operator lets a step be repeated that was stuck at a mistake of it. */
class MendingTest {

    private final HikariDataSource database = Database.fresh();
    private final MovableClock clock = new MovableClock();
    private final Trees trees = new Trees();
    private final Cases cases = new Cases(database, clock, trees, Hall.HASH, List.of(), () -> RetryStops.NONE);

    /** Revisions that serve one after the other. */
    private static final class Trees implements Serving {

        private final Map<String, ConfigurationTree> all = new HashMap<>();
        private String now = "";

        void serve(String revision, Matter matter, Department department) {
            all.put(
                    revision,
                    new ConfigurationTree(
                            revision,
                            Given.departments(department),
                            Map.of(matter.code(), matter),
                            Map.of(),
                            Given.YEAR_2026));
            now = revision;
        }

        @Override
        public ConfigurationTree get() {
            return of(now);
        }

        @Override
        public ConfigurationTree of(@Nullable String revision) {
            return java.util.Objects.requireNonNull(all.get(revision == null ? now : revision));
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theMendedConfigurationIsForTheCaseWhoseStepIsRepeatedAndTheTraceSaysSo() {
        trees.serve("wrong", matter(call("deed")), within("10s"));
        var stuck = opened();
        var other = opened();
        cases.apply(stuck, new Unmappable(clock.instant(), "deed", "mapping-failed", "line 3", true));
        assertThat(cases.find(stuck).orElseThrow().step("deed").orElseThrow().state())
                .isEqualTo(StepState.STUCK);

        trees.serve("mended", matter(call("deed")), within("20s"));
        cases.apply(stuck, repeat());

        assertThat(timeoutOf(stuck)).isEqualTo(Duration.ofSeconds(20));
        assertThat(timeoutOf(other)).as("began on the other").isEqualTo(Duration.ofSeconds(10));
        assertThat(cases.trace(stuck))
                .filteredOn(entry -> entry.kind().equals("resolved"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.details()).containsEntry("configuration", "mended"));
        assertThat(cases.verifyTrace()).isEmpty();
    }

    @Test
    void aCaseThatDoesNotFitIntoWhatServesStaysWhereItIs() {
        trees.serve("wrong", matter(call("deed")), within("10s"));
        var stuck = opened();
        cases.apply(stuck, new Unmappable(clock.instant(), "deed", "mapping-failed", "line 3", true));

        trees.serve("other", matter(call("deed"), call("more")), within("20s"));
        cases.apply(stuck, repeat());

        assertThat(timeoutOf(stuck)).isEqualTo(Duration.ofSeconds(10));
    }

    private CaseNumber opened() {
        var key = java.util.UUID.randomUUID().toString();
        var number = ((Submitted.Accepted) cases.open(Hall.submission(key), Hall.request(key))).number();
        cases.apply(number, new Checked(clock.instant(), List.of(), List.of()));
        return number;
    }

    private Resolved repeat() {
        return new Resolved(clock.instant(), "deed", Resolution.REPEAT, Map.of(), "op", "mended");
    }

    private Duration timeoutOf(CaseNumber number) {
        var call = cases.callOf(number, "deed").orElseThrow();
        return call.department().timeoutOf(call.operation());
    }

    private static Department within(String timeout) {
        var usual = department(operation("deed", Effect.KEY), operation("more", Effect.KEY));
        var limits = usual.limits();
        return new Department(
                usual.id(),
                usual.folder(),
                usual.revision(),
                usual.name(),
                usual.kind(),
                usual.format(),
                usual.contract(),
                usual.endpoint(),
                new Department.Limits(
                        Duration.parse("PT" + timeout), limits.concurrency(), limits.ratePerSecond(), limits.hours()),
                usual.values(),
                usual.computed(),
                usual.envelope(),
                usual.operations(),
                usual.callbacks(),
                usual.events());
    }
}
