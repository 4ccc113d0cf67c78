package org.onewindow.simulators;

import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import org.onewindow.config.SharedClock;
import org.onewindow.simulators.city.City;
import org.onewindow.simulators.drafted.DraftedFace;
import org.onewindow.simulators.stage.Stage;
import org.onewindow.simulators.wire.Face;
import org.onewindow.simulators.wire.HttpFaces;

/**
 * Departments, the payment platform and the three utilities of the city in one process, as their contracts say; and those of the tree that
 * have stubs.
 */
public final class Simulators implements AutoCloseable {

    private final Departments departments;
    private final HttpFaces faces;
    private final Ticker ticker;

    private Simulators(Settings settings, Clock clock) {
        var stage = new Stage(clock);
        departments = new Departments(stage, City.read(settings.city()), settings);
        var all = new HashMap<String, Face>(departments.faces());
        all.put(ControlFace.PREFIX, new ControlFace(stage, departments));
        all.put(DraftedFace.PREFIX, new DraftedFace(stage, settings.departments()));
        faces = HttpFaces.start(settings.port(), all);
        stage.canaryAt(uri().resolve("/sim/canary").toString());
        ticker = new Ticker(departments::tick);
    }

    /** The process: set up by its environment, ended by a signal. */
    public static void main(String[] arguments) throws InterruptedException {
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "simulators-logback.xml");
        }
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
        ticker.close();
        faces.close();
        departments.close();
    }
}
