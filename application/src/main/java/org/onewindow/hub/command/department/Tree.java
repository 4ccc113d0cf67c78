package org.onewindow.hub.command.department;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.hub.client.Texts;
import org.onewindow.hub.command.BadInput;

/** The configuration tree that a verb works on. */
record Tree(Path root) {

    static Tree of(@Nullable Path named, Map<String, String> env, Texts texts) {
        var root = named == null ? Path.of(env.getOrDefault("HUB_CONFIG", "config")) : named;
        if (!Files.isDirectory(root)) {
            throw new BadInput(texts.say("no-folder", root));
        }
        return new Tree(root);
    }

    Path departments() {
        return root.resolve("departments");
    }

    Path department(String id) {
        return departments().resolve(id);
    }
}
