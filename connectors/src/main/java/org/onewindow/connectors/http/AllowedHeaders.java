package org.onewindow.connectors.http;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;

/**
 * Lets only named headers out and in.
 *
 * <p>Camel steers its components by headers; a list of what to drop was wrong too often (CVE-2026-40453, 46592, 47323, 78164).
 */
public final class AllowedHeaders implements HeaderFilterStrategy {

    private static final Set<String> IN = Set.of(
            "content-type", "retry-after", "location", "link", "date", "etag", "x-request-id", "x-correlation-id");

    private final Set<String> out = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    public AllowedHeaders(Collection<String> out) {
        this.out.addAll(out);
    }

    @Override
    public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
        return !out.contains(name);
    }

    @Override
    public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
        return !isAnswerHeader(name);
    }

    /** Whether a mapping may see this header of an answer. */
    public static boolean isAnswerHeader(String name) {
        return IN.contains(name.toLowerCase(java.util.Locale.ROOT));
    }
}
