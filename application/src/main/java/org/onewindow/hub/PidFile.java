package org.onewindow.hub;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/** The notes a running hub leaves in its data directory: its process id, and where it is to be reached. */
final class PidFile {

    private PidFile() {}

    /** Written whole or not at all, so that whoever reads finds no half number. */
    static void write(HubSettings settings) throws IOException {
        Files.createDirectories(settings.data());
        put(
                settings.data().resolve("hub.pid"),
                Long.toString(ProcessHandle.current().pid()));
        var note = new Properties();
        note.setProperty("port", Integer.toString(settings.port()));
        note.setProperty("clock", settings.clockFile().toString());
        note.setProperty("profile", settings.production() ? "production" : "development");
        var text = new StringWriter();
        note.store(text, null);
        put(settings.data().resolve("hub.properties"), text.toString());
    }

    private static void put(Path file, String text) throws IOException {
        var draft = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), text);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
