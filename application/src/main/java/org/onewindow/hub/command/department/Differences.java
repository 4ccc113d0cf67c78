package org.onewindow.hub.command.department;

import org.onewindow.config.Archive;
import org.onewindow.hub.client.HubApi;
import org.onewindow.hub.command.Console;
import org.onewindow.hub.command.Main;

/** Tells how two trees differ. */
final class Differences {

    private Differences() {}

    static int tell(Archive before, Archive after, Console console, boolean json) {
        var changes = before.changesTo(after);
        if (json) {
            var told = HubApi.JSON
                    .createObjectNode()
                    .put("serves", before.revision())
                    .put("folder", after.revision());
            var files = told.putObject("files");
            changes.forEach((file, change) -> files.put(file, change.name().toLowerCase(java.util.Locale.ROOT)));
            console.json(told);
            return Main.OK;
        }
        if (changes.isEmpty()) {
            console.line(console.texts().say("no-difference", before.revision()));
        }
        changes.forEach((file, change) -> {
            console.line("%s %s".formatted(sign(change), file));
            LineDifference.of(before.text(file), after.text(file)).forEach(console::line);
        });
        return Main.OK;
    }

    private static String sign(Archive.Change change) {
        return switch (change) {
            case ADDED -> "+++";
            case CHANGED -> "~~~";
            case REMOVED -> "---";
        };
    }
}
