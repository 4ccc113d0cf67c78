package org.onewindow.benchmarks.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScenariosTest {

    private static final List<Goal> INTAKE = List.of(Goal.P6_RATE, Goal.P6_P99);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Report report =
            new Report(new Machine("2026-11-26T00:00Z", "25", "none", 1, "0.0 0.0 0.0", 1, 0), "quick");
    private final Scenarios scenarios = new Scenarios(report, Set.of(), LONG);

    private List<String> lines() {
        return report.markdown(0, "")
                .lines()
                .filter(line -> line.startsWith("| P"))
                .toList();
    }

    @Test
    void whatHangsIsStoppedAndSaysSo() throws Exception {
        scenarios.measure(INTAKE, Duration.ofMillis(50), () -> Thread.sleep(LONG));

        assertThat(lines()).hasSize(2).allMatch(line -> line.contains("void | not measured: took longer than"));
    }

    @Test
    void whatFailsSaysWhyForTheLinesThatItDidNotTell() throws Exception {
        scenarios.measure(INTAKE, LONG, () -> {
            report.add(new Finding(Goal.P6_RATE, 2_000, true, ""));
            throw new IOException("no such port");
        });

        assertThat(lines().getFirst()).contains("**2000**").contains("met");
        assertThat(lines().getLast()).contains("**–**").contains("no such port");
    }

    @Test
    void whatHasNoTimeLeftIsNotBegun() throws Exception {
        var over = new Scenarios(report, Set.of(), Duration.ZERO);

        over.measure(INTAKE, LONG, () -> report.add(new Finding(Goal.P6_RATE, 1, true, "")));

        assertThat(lines()).hasSize(2).allMatch(line -> line.contains("no time was left"));
        assertThat(report.anyMissed()).isFalse();
    }
}
