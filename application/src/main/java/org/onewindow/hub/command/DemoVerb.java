package org.onewindow.hub.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.onewindow.hub.client.HubApi;
import org.onewindow.hub.demo.Demo;
import org.onewindow.hub.demo.DemoFailed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts everything on this machine and plays the main case. */
@Command(name = "demo", resourceBundle = "org.onewindow.hub.client.texts")
final class DemoVerb implements Callable<Integer> {

    private static final String PORT = "8080";
    private static final String SIMULATORS_PORT = "8090";

    @Mixin
    private Wishes wishes = new Wishes();

    @Option(names = "--exit")
    private boolean exit;

    @Option(names = "--keep")
    private boolean keep;

    private final Console console;

    DemoVerb(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var story = wishes.json() ? new PrintWriter(System.err, true, StandardCharsets.UTF_8) : console.out();
        try (var demo = Demo.prepare(wish(System.getenv()), console.texts(), story)) {
            var ending = new Thread(demo::close, "demo-ending");
            Runtime.getRuntime().addShutdownHook(ending);
            var outcome = demo.play();
            if (wishes.json()) {
                console.json(HubApi.JSON.valueToTree(outcome));
            }
            if (!exit) {
                story.println(console.texts().say("demo-stay"));
                demo.linger();
            }
            Runtime.getRuntime().removeShutdownHook(ending);
            return outcome.well() ? Main.OK : Main.CHECK_FAILED;
        } catch (DemoFailed failed) {
            console.line(console.texts().say(failed.key(), failed.values()));
            return Main.CHECK_FAILED;
        }
    }

    private Demo.Wish wish(Map<String, String> env) {
        return new Demo.Wish(
                Path.of(System.getProperty("hub.launcher", "hub")),
                Path.of(env.getOrDefault("HUB_DATA", "data/demo")),
                Integer.parseInt(env.getOrDefault("HUB_PORT", PORT)),
                Integer.parseInt(env.getOrDefault("SIM_PORT", SIMULATORS_PORT)),
                keep);
    }
}
