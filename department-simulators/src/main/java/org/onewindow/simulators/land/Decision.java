package org.onewindow.simulators.land;

import java.util.List;

/** What a reviewer decides on a transfer. */
sealed interface Decision {

    record Register() implements Decision {}

    record Reject(String reason) implements Decision {}

    record AskFor(List<Transfer.Missing> missing) implements Decision {}
}
