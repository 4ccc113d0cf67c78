package org.onewindow.hub.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.onewindow.config.SharedClock;
import org.onewindow.hub.client.HubApi;

/** A hub and the simulated departments as processes of this machine, with one clock. */
final class House implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final Path launcher;
    private final DemoFolder folder;
    private final Ports ports;
    private final HubApi hub;
    private final City city;
    private final Path config;
    private final SharedClock clock;
    private final Deque<Child> children = new ArrayDeque<>();

    /** On the tree beside the launcher, unless another is named. */
    House(Path launcher, DemoFolder folder, Ports ports, String language) {
        this(launcher, folder, ports, language, configBeside(launcher));
    }

    House(Path launcher, DemoFolder folder, Ports ports, String language, Path config) {
        this.launcher = launcher;
        this.config = config;
        this.folder = folder;
        this.ports = ports;
        this.hub = new HubApi(URI.create("http://127.0.0.1:" + ports.hub()), language);
        this.city = new City(URI.create("http://127.0.0.1:" + ports.simulators()));
        this.clock = new SharedClock(folder.clock());
    }

    HubApi hub() {
        return hub;
    }

    City city() {
        return city;
    }

    SharedClock clock() {
        return clock;
    }

    DemoFolder folder() {
        return folder;
    }

    Child startSimulators() throws IOException {
        return start("simulators", simulatorSettings(), "simulators");
    }

    Child startHub() throws IOException {
        return startHub(Map.of());
    }

    /** With settings beside the demo's own. */
    Child startHub(Map<String, String> more) throws IOException {
        var settings = hubSettings();
        settings.putAll(more);
        return start("run", settings, "hub");
    }

    private Child start(String verb, Map<String, String> settings, String name) throws IOException {
        var child = Child.start(launcher, List.of(verb), settings, folder.log(name));
        children.push(child);
        return child;
    }

    /** Waits until everything answers; a process that ended by itself is a {@link DemoFailed}. */
    void awaitReady(Duration within) throws IOException, InterruptedException {
        long end = System.nanoTime() + within.toNanos();
        while (!(city.isThere() && hub.isUp("/actuator/health/readiness"))) {
            for (var child : children) {
                if (!child.isAlive()) {
                    throw new DemoFailed("demo-child-ended", String.join(System.lineSeparator(), child.lastLines()));
                }
            }
            if (System.nanoTime() > end) {
                throw new DemoFailed("demo-not-ready", within.toSeconds(), folder.path());
            }
            Thread.sleep(LOOK_EVERY);
        }
    }

    /** Waits until all processes ended by themselves, or were ended by {@link #close} of another thread. */
    void linger() throws InterruptedException {
        for (var child : children) {
            child.await();
        }
    }

    /** As {@code kill -9}; what has ended so is forgotten. */
    void kill(Child child) throws InterruptedException {
        child.kill();
        children.remove(child);
    }

    @Override
    public void close() {
        while (!children.isEmpty()) {
            children.pop().close();
        }
    }

    private Map<String, String> simulatorSettings() {
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
                config.resolve("demo/city.yaml").toString(),
                "HUB_CONFIG",
                config.toString(),
                "HUB_CLOCK",
                folder.clock().toString());
    }

    private Map<String, String> hubSettings() {
        var settings = new HashMap<String, String>();
        settings.put("HUB_PORT", Integer.toString(ports.hub()));
        settings.put("HUB_PUBLIC_URL", hub.base().toString());
        settings.put("HUB_DATA", folder.path().toString());
        settings.put("HUB_CONFIG", config.toString());
        settings.put("HUB_SECRETS", folder.secrets().toString());
        settings.put("HUB_CLOCK", folder.clock().toString());
        settings.put("HUB_SIMULATORS", city.base().toString());
        settings.put("HUB_BROKER_PORT", Integer.toString(ports.broker()));
        settings.put("HUB_PROFILE", "development");
        settings.put("HUB_DRAIN", "0s");
        return settings;
    }

    private static Path configBeside(Path launcher) {
        var named = System.getenv("HUB_CONFIG");
        return named == null
                ? launcher.toAbsolutePath().resolveSibling("config")
                : Path.of(named).toAbsolutePath();
    }
}
