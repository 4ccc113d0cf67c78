package org.onewindow.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The settings in {@code config/hub.yaml}, under the environment: {@code port} there is {@code HUB_PORT} here. */
public final class HubFile {

    private HubFile() {}

    /** What stands in the file, as {@code hub.port}; a file that is not there says nothing. */
    public static Map<String, Object> read(Path config) throws IOException {
        var settings = new LinkedHashMap<String, Object>();
        var file = config.resolve("hub.yaml");
        if (Files.exists(file)) {
            try (var text = Files.newBufferedReader(file)) {
                if (new Yaml(new SafeConstructor(new LoaderOptions())).load(text) instanceof Map<?, ?> entries) {
                    entries.forEach((key, value) -> settings.put("hub." + key, value));
                }
            }
        }
        settings.remove("hub.apiVersion");
        return settings;
    }
}
