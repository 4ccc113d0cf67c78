package org.onewindow.licences.blobs;

import java.time.Duration;

/**
 * How long a bucket may take.
 *
 * @param connect for a connection
 * @param silence without a byte
 * @param altogether for one request, with what is tried again
 * @param rest after a failure nobody waits for it again for so long: they are refused at once
 */
record Patience(Duration connect, Duration silence, Duration altogether, Duration rest) {

    static final Patience USUAL =
            new Patience(Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofSeconds(25), Duration.ofSeconds(5));
}
