package org.onewindow.hub.command.department;

import java.util.List;
import java.util.Map;
import org.onewindow.config.Diagnostic;
import org.onewindow.hub.command.Console;

/** Findings as JSON values. */
final class Findings {

    private Findings() {}

    static List<Map<String, Object>> json(List<Diagnostic> findings, Console console) {
        var locale = console.texts().locale();
        return findings.stream()
                .map(one -> Map.<String, Object>of(
                        "file", one.file(),
                        "line", one.line(),
                        "column", one.column(),
                        "code", one.code(),
                        "what", one.what().in(locale),
                        "why", one.why().in(locale),
                        "write", one.write().in(locale)))
                .toList();
    }
}
