package org.onewindow.hub;

import java.util.List;

/** The hub will not start like this; each line says what is wrong and what to do. */
final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartRefused(String what, List<String> lines) {
        super(what + String.join("", lines.stream().map(line -> "\n  - " + line).toList()));
    }
}
