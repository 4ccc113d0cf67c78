package org.onewindow.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Checks {@code glossary.yaml}, which helps to draft departments and is no part of a revision. */
public final class GlossaryCheck {

    private static final String FILE = "glossary.yaml";

    private GlossaryCheck() {}

    /** What is wrong with the file in this folder; one that is not there is not wrong. */
    public static List<Diagnostic> in(Path root) {
        var diagnostics = new Diagnostics();
        if (Files.exists(root.resolve(FILE))) {
            new YamlFile(diagnostics).read(root.resolve(FILE), FILE).ifPresent(file -> new StructureCheck(diagnostics)
                    .check(file, "glossary"));
        }
        return diagnostics.inOrder();
    }
}
