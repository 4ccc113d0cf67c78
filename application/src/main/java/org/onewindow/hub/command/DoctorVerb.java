package org.onewindow.hub.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.Callable;
import org.onewindow.config.SharedClock;
import org.onewindow.hub.HubFile;
import org.onewindow.hub.client.HubUnreachable;
import org.onewindow.hub.client.Place;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Looks over the machine: java, data directory, ports, clock, calendar, the bucket if one is set, and the hub if one runs. */
@Command(name = "doctor", resourceBundle = "org.onewindow.hub.client.texts")
final class DoctorVerb implements Callable<Integer> {

    private static final int JAVA = 25;

    @Mixin
    private Wishes wishes = new Wishes();

    private final Console console;
    private final Map<String, String> env;
    private final ArrayNode found = JsonNodeFactory.instance.arrayNode();
    private boolean well = true;

    DoctorVerb(Console console, Map<String, String> env) {
        this.console = console;
        this.env = env;
    }

    @Override
    public Integer call() throws IOException {
        var place = wishes.place();
        look("java", Runtime.version().feature() >= JAVA, Runtime.version().toString());
        look("data", writable(place.data()), place.data().toString());
        hub(place);
        var clock = new SharedClock(place.clock());
        look("clock", !place.production() || clock.offset().isZero(), clock.instant() + " (+" + clock.offset() + ")");
        calendar(
                LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai")).getYear());
        new BucketCheck(console.texts(), this::look).look(env, HubFile.read(config()), place.data());
        if (wishes.json()) {
            console.json(found);
        }
        return well ? Main.OK : Main.CHECK_FAILED;
    }

    private void hub(Place place) {
        try {
            var health = wishes.hub(console).send("GET", "/actuator/health", Map.of(), BodyPublishers.noBody());
            look(
                    "hub",
                    health.good(),
                    place.url() + " " + health.body().path("status").asText());
            health.body().path("components").properties().forEach(part -> {
                var status = part.getValue().path("status").asText();
                look(part.getKey(), status.equals("UP"), status);
            });
        } catch (HubUnreachable nobody) {
            look("hub", true, console.texts().say("doctor-no-hub", place.url()));
            int port = place.url().getPort();
            look("port", isFree(port), Integer.toString(port));
        }
    }

    private void calendar(int year) {
        var folder = config().resolve("calendars");
        look("calendar", Files.exists(folder.resolve("cn-" + year + ".yaml")), "cn-" + year + ".yaml");
    }

    private Path config() {
        return Path.of(env.getOrDefault("HUB_CONFIG", "config"));
    }

    private void look(String what, boolean good, String detail) {
        well &= good;
        found.addObject().put("check", what).put("ok", good).put("detail", detail);
        if (!wishes.json()) {
            console.line((good ? "ok    " : "FAIL  ") + "%-10s ".formatted(what) + detail);
        }
    }

    private static boolean writable(Path folder) {
        var there = folder;
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        return there != null && Files.isWritable(there);
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
