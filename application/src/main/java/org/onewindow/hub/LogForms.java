package org.onewindow.hub;

import java.util.LinkedHashMap;
import java.util.Map;

/** Turns {@code HUB_LOG} into what Spring Boot must know before it writes the first line. */
final class LogForms {

    private LogForms() {}

    /** The settings of the file, and how the log is written where it is to be JSON (Elastic Common Schema). */
    static Map<String, Object> with(Map<String, Object> file, Map<String, String> environment) {
        var settings = new LinkedHashMap<>(file);
        var form = environment.getOrDefault("HUB_LOG", String.valueOf(file.get("hub.log")));
        if (form.equalsIgnoreCase("json")) {
            settings.put("logging.structured.format.console", "ecs");
        }
        return settings;
    }
}
