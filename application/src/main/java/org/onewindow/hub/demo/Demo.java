package org.onewindow.hub.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.onewindow.config.SharedClock;
import org.onewindow.hub.client.Texts;

/** The whole house on one machine: starts it, lets the main case happen, tells it, and stays until it is ended. */
public final class Demo implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    private static final LocalTime MORNING = LocalTime.of(9, 30);
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final int USUAL_BROKER_PORT = 61616;

    private final House house;
    private final Texts texts;
    private final PrintWriter out;

    private Demo(House house, Texts texts, PrintWriter out) {
        this.house = house;
        this.texts = texts;
        this.out = out;
    }

    /**
     * What is asked of the demo.
     *
     * @param keep whether data of an earlier demo is kept
     */
    public record Wish(Path launcher, Path data, int port, int simulatorsPort, boolean keep) {}

    /**
     * How it went.
     *
     * @param title the number of the new title; empty: none was issued
     * @param differences between the departments' ledgers and the hub's export
     */
    public record Outcome(String number, String title, List<String> differences) {
        public boolean well() {
            return !title.isEmpty() && differences.isEmpty();
        }
    }

    /** Makes its data directory and finds its ports; starts nothing yet. */
    public static Demo prepare(Wish wish, Texts texts, PrintWriter out) throws IOException {
        var folder = DemoFolder.prepare(wish.data(), wish.keep());
        var ports = Ports.choose(wish.port(), wish.simulatorsPort(), USUAL_BROKER_PORT);
        return new Demo(new House(wish.launcher(), folder, ports, texts.tag()), texts, out);
    }

    /** Starts everything and plays the case. */
    public Outcome play() throws IOException, InterruptedException {
        toMorning(house.clock());
        out.println(texts.say("demo-starting"));
        long begin = System.nanoTime();
        house.startSimulators();
        var hub = house.startHub();
        house.awaitReady(READY_WITHIN);
        double seconds = Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0;
        out.println(texts.say("demo-ready", seconds, hub.pid()));
        var outcome = new Play(house, texts, out).run();
        out.println();
        out.println(texts.say(
                "demo-go-on", house.hub().base(), outcome.number(), house.city().base()));
        return outcome;
    }

    /** Moves the clock on to a morning when all departments are open. */
    static void toMorning(SharedClock clock) {
        var morning = nextMorning(ZonedDateTime.ofInstant(clock.instant(), BEIJING));
        clock.advance(Duration.between(clock.instant(), morning));
    }

    /** The next working day's morning, by the week alone: the hub's calendar is not asked, a holiday is a fine day too. */
    static ZonedDateTime nextMorning(ZonedDateTime now) {
        var morning = now.with(MORNING);
        while (!morning.isAfter(now)
                || morning.getDayOfWeek() == DayOfWeek.SATURDAY
                || morning.getDayOfWeek() == DayOfWeek.SUNDAY) {
            morning = morning.plusDays(1);
        }
        return morning;
    }

    /** Waits until it is ended. */
    public void linger() throws InterruptedException {
        house.linger();
    }

    @Override
    public void close() {
        house.close();
    }
}
