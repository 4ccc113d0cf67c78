package org.onewindow.config;

import java.util.Set;

/** Checks one operation of a department that is reached by files: nobody waits before a folder, and only a file answers. */
final class FileOperationCheck {

    /** What needs look-ups. */
    private static final Set<String> ASKED = Set.of("read", "query");

    private static final Set<String> ANSWERS = Set.of("file", "none");

    private static final String WAY = "endpoint: {files}";

    private final Diagnostics diagnostics;

    FileOperationCheck(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void check(YamlValue operation, Place key) {
        var effect = operation.get("effect");
        if (effect.isText() && ASKED.contains(effect.mustBeText())) {
            diagnostics.report(
                    effect.place(), Fault.WRONG_TRANSPORT, "effect " + effect.mustBeText(), WAY, "effect: key or none");
        }
        var by = operation.get("outcome").get("by");
        if (operation.get("outcome").isMissing()) {
            diagnostics.report(key, Fault.WRONG_TRANSPORT, "an answer at once", WAY, "outcome: {by: file, within: …}");
        } else if (by.isText() && !ANSWERS.contains(by.mustBeText())) {
            diagnostics.report(by.place(), Fault.WRONG_TRANSPORT, "by: " + by.mustBeText(), WAY, "by: file or none");
        }
    }
}
