package org.onewindow.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The settings that the tree may refer to as {@code ${NAME:default}}: the process's environment over {@code hub.yaml}.
 *
 * @param values by name, such as {@code TAX_URL} or {@code HUB_SIMULATORS}
 */
public record Settings(Map<String, String> values) {

    private static final String SIMULATORS = "HUB_SIMULATORS";

    public Settings {
        values = Map.copyOf(values);
    }

    public static Settings of(Map<String, String> values) {
        return new Settings(values);
    }

    public static Settings ofEnvironment() {
        return new Settings(System.getenv());
    }

    /** These settings, completed by those of the {@code hub.yaml} in this folder, as far as that can be read. */
    public Settings completedIn(Path config) {
        var file = config.resolve("hub.yaml");
        var told = Files.isRegularFile(file)
                ? new YamlFile(new Diagnostics()).read(file, "hub.yaml")
                : Optional.<YamlValue>empty();
        return told.map(hub -> over(TreeReader.hubSettings(hub))).orElse(this);
    }

    /** The setting; empty where it is not set or set to nothing. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    /** Where the simulators stand, for {@code url: simulator}. */
    String simulators() {
        var base = value(SIMULATORS).orElse("http://127.0.0.1:8090");
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    /** These settings, completed by those of {@code hub.yaml}: {@code database-url} there is {@code HUB_DATABASE_URL}. */
    Settings over(Map<String, String> hubFile) {
        var all = new TreeMap<String, String>();
        hubFile.forEach((key, value) -> all.put("HUB_" + key.replace('-', '_').toUpperCase(Locale.ROOT), value));
        all.putAll(values);
        return new Settings(all);
    }

    /** Names only: a setting may hold a password. */
    @Override
    public String toString() {
        return "Settings" + values.keySet();
    }
}
