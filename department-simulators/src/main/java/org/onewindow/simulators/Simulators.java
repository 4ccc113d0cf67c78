package org.onewindow.simulators;

import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.onewindow.config.SharedClock;
import org.onewindow.simulators.city.City;
import org.onewindow.simulators.stage.Stage;
import org.onewindow.simulators.wire.Face;
import org.onewindow.simulators.wire.HttpFaces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tax, land registry, civil affairs, housing fund and payment platform in one process, as their contracts say. */
public final class Simulators implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Simulators.class);
    private static final long TICK_MS = 200;

    private final Departments departments;
    private final HttpFaces faces;
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("simulators-tick").daemon().factory());

    private Simulators(Settings settings, Clock clock) {
        var stage = new Stage(clock);
        departments = new Departments(stage, City.read(settings.city()), settings);
        var all = new HashMap<String, Face>(departments.faces());
        all.put(ControlFace.PREFIX, new ControlFace(stage, departments));
        faces = HttpFaces.start(settings.port(), all);
        stage.canaryAt(uri().resolve("/sim/canary").toString());
        var unused = ticker.scheduleWithFixedDelay(this::tick, TICK_MS, TICK_MS, TimeUnit.MILLISECONDS);
    }

    public static void main(String[] arguments) throws InterruptedException {
        var simulators = start(Settings.fromEnvironment(System.getenv()));
        Runtime.getRuntime().addShutdownHook(new Thread(simulators::close));
        System.out.println("simulators ready on " + simulators.uri());
        Thread.currentThread().join();
    }

    public static Simulators start(Settings settings) {
        return start(
                settings, settings.clock().<Clock>map(SharedClock::new).orElseGet(() -> Clock.system(Stage.BEIJING)));
    }

    /** For tests that hold the clock in their hands. */
    public static Simulators start(Settings settings, Clock clock) {
        return new Simulators(settings, clock);
    }

    public int port() {
        return faces.port();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + port());
    }

    @Override
    public void close() {
        ticker.shutdownNow();
        faces.close();
        departments.close();
    }

    /** A bug here must not stop the city's clock for good. */
    private void tick() {
        try {
            departments.tick();
        } catch (RuntimeException bug) {
            LOG.error("a tick failed", bug);
        }
    }
}
