package org.onewindow.simulators.stage;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

/**
 * A callback or notification that a department owes its caller.
 *
 * @param headers the headers of a sending at this time: each try is signed anew
 */
public record Delivery(
        String department,
        String operation,
        String reference,
        URI url,
        String body,
        Function<Sending, Map<String, String>> headers) {

    /** One sending: its time, and the body as sent. */
    public record Sending(Instant at, String body) {}
}
