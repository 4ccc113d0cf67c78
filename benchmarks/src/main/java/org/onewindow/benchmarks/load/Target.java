package org.onewindow.benchmarks.load;

import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.LongFunction;

/**
 * What is sent and what is hoped for.
 *
 * @param headers of every request
 * @param keyed whether every request gets an {@code Idempotency-Key} of its own
 * @param body by the number of the request
 * @param status of a good answer
 * @param oneIn how many good answers there are to one that is looked at
 * @param right whether an answer fits the request of this number
 */
public record Target(
        int port,
        String path,
        Map<String, String> headers,
        boolean keyed,
        LongFunction<byte[]> body,
        int status,
        int oneIn,
        BiPredicate<Long, byte[]> right) {

    /** The same, with every answer looked at. */
    public Target looking(BiPredicate<Long, byte[]> at) {
        return new Target(port, path, headers, keyed, body, status, 1, at);
    }
}
