package org.onewindow.portal.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;

/**
 * What is not there takes less work than what one may not see. Where that must not be told apart a refusal waits for the end of an even
 * piece of time, counted from when it began: what it took before is not seen in it. The thread that waits is a virtual one.
 */
public final class EvenTime {

    private static final String NAME = EvenTime.class.getName();
    private static final long PIECE = Duration.ofMillis(30).toNanos();

    private EvenTime() {}

    /** From now on it is counted. */
    public static void begin(HttpServletRequest http) {
        http.setAttribute(NAME, System.nanoTime());
    }

    /** Waits, where it was begun. */
    public static void awaitEnd(HttpServletRequest http) {
        if (http.getAttribute(NAME) instanceof Long begun) {
            long took = System.nanoTime() - begun;
            try {
                Thread.sleep(Duration.ofNanos(PIECE - took % PIECE));
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
