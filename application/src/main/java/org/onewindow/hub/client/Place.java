package org.onewindow.hub.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Where the hub is that a verb talks to: named by the environment, or found by the note a running hub leaves in its data directory.
 *
 * @param url the hub's base address
 * @param data its data directory
 * @param clock the shared clock's file
 */
public record Place(URI url, Path data, Path clock, boolean production) {

    /** The note's name in the data directory. */
    public static final String NOTE = "hub.properties";

    public static Place of(Map<String, String> env) {
        var named = Optional.ofNullable(env.get("HUB_DATA"))
                .filter(text -> !text.isBlank())
                .map(Path::of);
        var data = named.map(List::of).orElse(List.of(Path.of("data"), Path.of("data", "demo"))).stream()
                .filter(folder -> Files.exists(folder.resolve(NOTE)))
                .findFirst()
                .orElse(named.orElse(Path.of("data")))
                .toAbsolutePath()
                .normalize();
        var note = read(data.resolve(NOTE));
        var port = env.getOrDefault("HUB_PORT", note.getProperty("port", "8080"));
        var url = env.getOrDefault("HUB_PUBLIC_URL", "http://127.0.0.1:" + port);
        var clock = env.getOrDefault(
                "HUB_CLOCK", note.getProperty("clock", data.resolve("clock").toString()));
        var profile = env.getOrDefault("HUB_PROFILE", note.getProperty("profile", "development"));
        return new Place(URI.create(url), data, Path.of(clock), profile.equalsIgnoreCase("production"));
    }

    private static Properties read(Path file) {
        var note = new Properties();
        if (Files.exists(file)) {
            try (var text = Files.newBufferedReader(file)) {
                note.load(text);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return note;
    }
}
