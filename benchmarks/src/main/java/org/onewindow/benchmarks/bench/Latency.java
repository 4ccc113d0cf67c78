package org.onewindow.benchmarks.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.onewindow.benchmarks.load.LoadGenerator;
import org.onewindow.benchmarks.load.Measured;

/** How long citizens wait at a fixed rate: what the hub adds to slow departments (P4), and what one that hangs does to the others (P5). */
final class Latency {

    private static final int SLOW_MILLIS = 50;
    private static final int PER_SECOND = 200;
    private static final int BESIDE_PER_SECOND = 100;
    private static final int OF_WEST_PER_SECOND = 50;

    private final Stubs stubs;
    private final LoadGenerator generator;
    private final Duration time;
    private final long warmUp;

    Latency(Stubs stubs, LoadGenerator generator, Size size) {
        this.stubs = stubs;
        this.generator = generator;
        this.time = size.atMost().dividedBy(8);
        this.warmUp = size.warmUp() / 4;
    }

    Finding added(Hub hub, Map<String, String> citizen) throws IOException, InterruptedException {
        stubs.latency(SLOW_MILLIS);
        var measured = generator.open(Targets.inquiry(hub.port(), "fan-out", citizen), PER_SECOND, time);
        stubs.latency(0);
        double added = measured.millisAt(99) - SLOW_MILLIS;
        boolean right = measured.bad() == 0 && measured.wrong() == 0;
        return new Finding(Goal.P4, added, right, FanOut.words(measured));
    }

    Finding oneHangs(Hub hub, Map<String, String> citizen) throws IOException, InterruptedException {
        generator.closed(Targets.inquiry(hub.port(), "three", citizen), FanOut.USERS, warmUp, time);
        stubs.latency(SLOW_MILLIS);
        var well = besideWest(hub, citizen);
        stubs.latency("west", Stubs.HANGS);
        var hanging = besideWest(hub, citizen);
        stubs.latency(0);
        var note = "all well: %s; west hangs: %s".formatted(FanOut.words(well), FanOut.words(hanging));
        boolean right = well.bad() + well.wrong() + hanging.bad() + hanging.wrong() == 0;
        return new Finding(Goal.P5, hanging.millisAt(99) / well.millisAt(99), right, note);
    }

    /** The inquiries without west, while as many as ever ask west, whether it answers or not. */
    private Measured besideWest(Hub hub, Map<String, String> citizen) {
        var west = Targets.inquiry(hub.port(), "one", citizen).looking((_, _) -> true);
        var others = CompletableFuture.supplyAsync(() -> generator.open(west, OF_WEST_PER_SECOND, time.plusSeconds(2)));
        var measured = generator.open(Targets.inquiry(hub.port(), "three", citizen), BESIDE_PER_SECOND, time);
        others.join();
        return measured;
    }
}
