package org.onewindow.benchmarks.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.onewindow.benchmarks.load.LoadGenerator;
import org.onewindow.benchmarks.work.Work;

/** The hub killed while cases are in flight (P8): what the departments did, held against what was promised with 202. */
final class Killed {

    private static final int USERS = 16;
    private static final Duration BEFORE_THE_KILL = Duration.ofSeconds(4);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(100);

    private final Stubs stubs;
    private final LoadGenerator generator;

    Killed(Stubs stubs, LoadGenerator generator) {
        this.stubs = stubs;
        this.generator = generator;
    }

    /** Kills this hub, and starts the next one. */
    interface Restart {
        Hub again() throws IOException, InterruptedException;
    }

    List<Finding> kill(Hub hub, Map<String, String> citizen, Restart restart) throws IOException, InterruptedException {
        var from = Instant.now();
        Set<String> promised = ConcurrentHashMap.newKeySet();
        var target = Targets.cases(hub.port(), "errand", citizen)
                .looking((_, answer) -> promised.add(Targets.numberOf(answer)));
        var load = CompletableFuture.runAsync(
                () -> generator.closed(target, USERS, Long.MAX_VALUE, BEFORE_THE_KILL.plusSeconds(2)));
        Thread.sleep(BEFORE_THE_KILL);
        hub.kill();
        int effects = stubs.effects();
        load.join();
        long begin = System.nanoTime();
        var next = restart.again();
        await(() -> stubs.effects() > effects);
        double again = (System.nanoTime() - begin) / 1e9;
        next.awaitReady();
        await(() -> isOver(next, from));
        return verdict(next, from, promised, effects, again);
    }

    private static boolean isOver(Hub hub, Instant from) throws IOException, InterruptedException {
        Thread.sleep(LOOK_EVERY.multipliedBy(25));
        return hub.export(from).stream().allMatch(row -> row.hasNonNull("finishedAt"));
    }

    private List<Finding> verdict(Hub hub, Instant from, Set<String> promised, int effects, double again)
            throws IOException, InterruptedException {
        var effectsOf = new HashMap<String, Integer>();
        var seen = new HashSet<String>();
        int doubled = 0;
        for (var line : stubs.ledger()) {
            var words = line.split(" ", -1);
            doubled += seen.add(words[0] + " " + words[1]) ? 0 : 1;
            effectsOf.merge(words[1], 1, Integer::sum);
        }
        var exported = new HashSet<String>();
        int unfinished = 0;
        for (var row : hub.export(from)) {
            exported.add(row.path("case").asText());
            unfinished += row.hasNonNull("finishedAt") ? 0 : 1;
        }
        long lost =
                promised.stream().filter(number -> !exported.contains(number)).count()
                        + exported.stream()
                                .filter(number -> effectsOf.getOrDefault(number, 0) < Work.DEPARTMENTS.size())
                                .count();
        var note = "%d cases promised, %d stored, %d effects before the kill, %d after all; %d not finished"
                .formatted(promised.size(), exported.size(), effects, stubs.effects(), unfinished);
        return List.of(
                new Finding(Goal.P8_LOST, lost, !promised.isEmpty(), note),
                new Finding(Goal.P8_DOUBLED, doubled, !promised.isEmpty(), ""),
                new Finding(Goal.P8_AGAIN, again, stubs.effects() > effects, "from the start of the new process"));
    }

    private static void await(Jvm.Condition condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + ENDS_WITHIN.toNanos();
        while (!condition.holds() && System.nanoTime() < end) {
            Thread.sleep(LOOK_EVERY);
        }
    }
}
