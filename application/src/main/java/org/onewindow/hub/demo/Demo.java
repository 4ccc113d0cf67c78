package org.onewindow.hub.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.onewindow.config.SharedClock;
import org.onewindow.hub.client.HubApi;
import org.onewindow.hub.client.Texts;

/** The whole house on one machine: starts it, lets the main case happen, tells it, and stays until it is ended. */
public final class Demo implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    private static final LocalTime MORNING = LocalTime.of(9, 30);
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final int USUAL_BROKER_PORT = 61616;

    private final Wish wish;
    private final Texts texts;
    private final PrintWriter out;
    private final Deque<Child> children = new ArrayDeque<>();

    public Demo(Wish wish, Texts texts, PrintWriter out) {
        this.wish = wish;
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

    /** Starts everything and plays the case. */
    public Outcome play() throws IOException, InterruptedException {
        var folder = DemoFolder.prepare(wish.data(), wish.keep());
        var ports = Ports.choose(wish.port(), wish.simulatorsPort(), USUAL_BROKER_PORT);
        var clock = new SharedClock(folder.clock());
        var morning = nextMorning(ZonedDateTime.ofInstant(clock.instant(), BEIJING));
        clock.advance(Duration.between(clock.instant(), morning));
        out.println(texts.say("demo-starting"));
        long begin = System.nanoTime();
        start("simulators", folder, simulatorSettings(folder, ports));
        var hub = start("run", folder, hubSettings(folder, ports));
        var city = new City(URI.create("http://127.0.0.1:" + ports.simulators()));
        var api = new HubApi(URI.create("http://127.0.0.1:" + ports.hub()), texts.tag());
        awaitReady(api, city);
        out.println(texts.say(
                "demo-ready", Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0, hub.pid()));
        var outcome = new Play(api, city, clock, texts, out).run();
        out.println();
        out.println(texts.say("demo-go-on", api.base(), outcome.number(), city.base()));
        return outcome;
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

    private Child start(String verb, DemoFolder folder, Map<String, String> settings) throws IOException {
        var child = Child.start(wish.launcher(), verb, settings, folder.log(verb.equals("run") ? "hub" : verb));
        children.push(child);
        return child;
    }

    private static Map<String, String> simulatorSettings(DemoFolder folder, Ports ports) {
        return Map.of(
                "SIM_PORT",
                Integer.toString(ports.simulators()),
                "SIM_BROKER_URL",
                "tcp://127.0.0.1:" + ports.broker(),
                "SIM_BROKER_USER",
                "gjj",
                "SIM_BROKER_PASSWORD",
                "trial-gjj",
                "SIM_CITY",
                config().resolve("demo/city.yaml").toString(),
                "HUB_CLOCK",
                folder.clock().toString());
    }

    private static Map<String, String> hubSettings(DemoFolder folder, Ports ports) {
        var settings = new HashMap<String, String>();
        settings.put("HUB_PORT", Integer.toString(ports.hub()));
        settings.put("HUB_PUBLIC_URL", "http://127.0.0.1:" + ports.hub());
        settings.put("HUB_DATA", folder.path().toString());
        settings.put("HUB_CONFIG", config().toString());
        settings.put("HUB_SECRETS", folder.secrets().toString());
        settings.put("HUB_CLOCK", folder.clock().toString());
        settings.put("HUB_SIMULATORS", "http://127.0.0.1:" + ports.simulators());
        settings.put("HUB_BROKER_PORT", Integer.toString(ports.broker()));
        settings.put("HUB_PROFILE", "development");
        return settings;
    }

    private static Path config() {
        return Path.of(System.getenv().getOrDefault("HUB_CONFIG", "config"))
                .toAbsolutePath()
                .normalize();
    }

    private void awaitReady(HubApi api, City city) throws IOException, InterruptedException {
        long end = System.nanoTime() + READY_WITHIN.toNanos();
        while (!(city.isThere() && isReady(api))) {
            for (var child : children) {
                if (!child.isAlive()) {
                    throw new DemoFailed("demo-child-ended", String.join(System.lineSeparator(), child.lastLines()));
                }
            }
            if (System.nanoTime() > end) {
                throw new DemoFailed("demo-not-ready", READY_WITHIN.toSeconds());
            }
            Thread.sleep(Duration.ofMillis(100));
        }
    }

    private static boolean isReady(HubApi api) {
        return api.isUp("/actuator/health/readiness");
    }

    /** Waits until the hub ends by itself or the demo is ended. */
    public void linger() throws InterruptedException {
        for (var child : children) {
            child.await();
        }
    }

    @Override
    public void close() {
        while (!children.isEmpty()) {
            children.pop().close();
        }
    }
}
