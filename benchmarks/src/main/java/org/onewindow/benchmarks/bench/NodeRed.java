package org.onewindow.benchmarks.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.onewindow.benchmarks.work.Work;

/** Node-RED, installed by npm where that is there. */
final class NodeRed {

    private static final String PACKAGE = "node-red@4.1.15";
    private static final Duration INSTALLED_WITHIN = Duration.ofMinutes(2);
    private static final String MAIN = "node_modules/node-red/red.js";

    private NodeRed() {}

    static Candidate start(Path folder, Path cache, Stubs stubs) throws IOException, InterruptedException {
        var home = cache.resolve(PACKAGE.replace('@', '-'));
        if (!Files.exists(home.resolve(MAIN))) {
            install(home, folder.resolve("npm.log"));
        }
        int port = Http.freePort();
        var user = Files.createDirectories(folder.resolve("node-red"));
        Files.writeString(user.resolve("flows.json"), flows(stubs));
        Files.writeString(user.resolve("settings.js"), resource("settings.js").replace("PORT", Integer.toString(port)));
        var words = List.of(
                "node",
                "--max-old-space-size=512",
                home.resolve(MAIN).toString(),
                "-u",
                user.toString(),
                "-s",
                user.resolve("settings.js").toString());
        return new Candidate(Child.start(words, Map.of(), folder.resolve("peer-node-red.log")), port);
    }

    private static void install(Path home, Path log) throws IOException, InterruptedException {
        Files.createDirectories(home);
        var words = List.of("npm", "install", "--no-audit", "--no-fund", "--prefix", home.toString(), PACKAGE);
        try (var npm = Child.start(words, Map.of(), log)) {
            if (!npm.endsWithin(INSTALLED_WITHIN) || !Files.exists(home.resolve(MAIN))) {
                throw new IOException("npm did not install " + PACKAGE + ": it is missing, or has no registry");
            }
        }
    }

    private static String flows(Stubs stubs) {
        var flows = resource("flows.json");
        for (int i = 0; i < Work.DEPARTMENTS.size(); i++) {
            flows = flows.replace(
                    "PORT-" + Work.DEPARTMENTS.get(i),
                    Integer.toString(stubs.departments().get(i)));
        }
        return flows;
    }

    private static String resource(String name) {
        try (var in = Objects.requireNonNull(NodeRed.class.getResourceAsStream("node-red/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
