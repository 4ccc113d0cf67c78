package org.onewindow.cases;

import static org.onewindow.cases.CaseState.APPROVED;
import static org.onewindow.cases.CaseState.REFUSED;
import static org.onewindow.cases.CaseState.REVIEWING;
import static org.onewindow.cases.CaseState.SUPPLEMENT;
import static org.onewindow.cases.CaseState.WITHDRAWN;
import static org.onewindow.cases.Given.agreement;
import static org.onewindow.cases.Given.call;
import static org.onewindow.cases.Given.department;
import static org.onewindow.cases.Given.factsOf;
import static org.onewindow.cases.Given.matter;
import static org.onewindow.cases.Given.operation;
import static org.onewindow.cases.Given.payment;
import static org.onewindow.cases.Given.typical;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;
import org.onewindow.config.Department;
import org.onewindow.config.Effect;
import org.onewindow.config.Matter;
import org.onewindow.config.Operation.Outcome.By;

/** Ten thousand cases, each under some hundred random events in random order, honest departments and dishonest lines. */
class RandomCasesTest {

    private static final Department DEPARTMENT = department(
            operation("look", Effect.READ),
            typical("key", Effect.KEY).outcome(By.CALLBACK, "look", Duration.ofHours(1)),
            typical("query", Effect.QUERY),
            operation("find", Effect.READ),
            operation("none", Effect.NONE),
            operation("bill", Effect.KEY).outcome(By.CALLBACK, "look", Duration.ofMinutes(10)),
            operation("queue", Effect.KEY).kept(Duration.ofHours(48)).outcomeWithin(Duration.ofMinutes(5)),
            typical("undo", Effect.KEY),
            operation("undo-once", Effect.NONE),
            operation("correct", Effect.KEY));

    private static final Matter MATTER = matter(
            agreement("agreed", "seller"),
            call("look").refuseWhen("seized", input -> "seized"
                    .equals(factsOf(input, "look").get("number"))),
            call("never", "none").when(_ -> false),
            call("each", "look").forEach(_ -> List.of("x", "y")),
            call("none").after("look").undo("undo"),
            call("query").after("look").undo("undo-once"),
            call("key")
                    .after("agreed", "each")
                    .undo("undo")
                    .supplement("correct")
                    .limitDays(3),
            call("queue").after("each").undoByPerson(),
            payment("pay", 100, "2026-09-20").after("none").undo("undo"),
            call("last", "none").after("key", "pay", "query"));

    @Provide
    Arbitrary<List<Integer>> chances() {
        return Arbitraries.integers()
                .between(0, 1_000_000)
                .withDistribution(RandomDistribution.uniform())
                .list()
                .ofMinSize(50)
                .ofMaxSize(200)
                .withSizeDistribution(RandomDistribution.uniform());
    }

    @Property(tries = 10_000, shrinking = ShrinkingMode.BOUNDED)
    void keepsItsPromisesWhateverHappens(@ForAll("chances") List<Integer> chances) {
        var world = new RandomWorld(MATTER, DEPARTMENT, chances.size() % 2 == 0);
        for (int chance : chances) {
            world.step(chance);
        }
        Statistics.label("cases").collect(world.play().snapshot().state());
        world.play().snapshot().steps().values().forEach(step -> Statistics.label("steps")
                .collect(step.state()));
        world.calmDown();
        Statistics.label("ends").collect(world.play().snapshot().state());
        Statistics.label("cases").coverage(coverage -> {
            for (var state : List.of(REVIEWING, SUPPLEMENT, APPROVED, REFUSED, WITHDRAWN)) {
                coverage.check(state).count(reached -> reached > 0);
            }
        });
        Statistics.label("steps").coverage(coverage -> {
            for (var state : StepState.values()) {
                coverage.check(state).count(reached -> reached > 0);
            }
        });
    }
}
