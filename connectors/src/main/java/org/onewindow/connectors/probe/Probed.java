package org.onewindow.connectors.probe;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * What one step of a probe found.
 *
 * @param step {@code line}, {@code tls}, {@code contract}, {@code look-up}, {@code out} or {@code in}
 * @param well whether nothing speaks against calling the department
 * @param detail for people; never personal data
 */
public record Probed(String step, boolean well, String detail, long ms) {

    /** What a step found, before it was timed. */
    record Said(boolean well, String detail) {}

    static Probed timed(String step, Supplier<Said> trying) {
        var begin = System.nanoTime();
        var said = trying.get();
        return new Probed(
                step,
                said.well(),
                said.detail(),
                Duration.ofNanos(System.nanoTime() - begin).toMillis());
    }
}
