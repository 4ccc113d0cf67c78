package org.onewindow.config;

import java.nio.file.Path;
import java.util.List;

/** The configuration tree as it was found: whole and checked, or with its faults. */
public sealed interface Configuration {

    /** Everything holds together; nothing of it needs to be checked again. */
    record Loaded(ConfigurationTree tree) implements Configuration {}

    /** Every fault of the tree, by file and place. */
    record Broken(List<Diagnostic> diagnostics) implements Configuration {}

    /**
     * Reads and checks the whole tree under this root.
     *
     * @param settings what references such as {@code ${TAX_URL:simulator}} stand for
     */
    static Configuration load(Path root, Settings settings) {
        return new TreeReader(root, settings, new Diagnostics()).read();
    }

    /** The same for a tree that served once and still has cases: by the rules there were then, where a later one only says what is wise. */
    static Configuration stored(Path root, Settings settings) {
        return new TreeReader(root, settings, Diagnostics.ofStored()).read();
    }

    /** The tree; an {@link IllegalStateException} with all its faults where it is broken. */
    default ConfigurationTree orThrow() {
        return switch (this) {
            case Loaded(var tree) -> tree;
            case Broken(var diagnostics) -> {
                var text = new StringBuilder("the configuration tree is broken:");
                diagnostics.forEach(diagnostic -> text.append('\n').append(diagnostic));
                throw new IllegalStateException(text.toString());
            }
        };
    }
}
