package org.onewindow.canonical;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What work belongs together, over processes and protocols (W3C Trace Context, level 1). A trace tells who waited for whom; it
 * authorises nothing and bears nothing about people.
 *
 * @param traceId 32 hex digits
 * @param spanId 16 hex digits: the piece of work at hand
 */
public record TraceContext(String traceId, String spanId) {

    /** The trace that this thread works for. */
    public static final ScopedValue<TraceContext> CURRENT = ScopedValue.newInstance();

    /** The HTTP header and JMS property that bears it. */
    public static final String NAME = "traceparent";

    private static final Pattern FORM =
            Pattern.compile("[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}(-.*)?");
    private static final int LONGEST = 100;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TRACE_BYTES = 16;
    private static final int SPAN_BYTES = 8;

    /** Of a {@code traceparent} as it came; empty where it is none. */
    public static Optional<TraceContext> parse(@Nullable String text) {
        if (text == null || text.length() > LONGEST || text.startsWith("ff")) {
            return Optional.empty();
        }
        var match = FORM.matcher(text);
        return match.matches() ? Optional.of(new TraceContext(match.group(1), match.group(2))) : Optional.empty();
    }

    public static TraceContext fresh() {
        return new TraceContext(random(TRACE_BYTES), random(SPAN_BYTES));
    }

    /** The one at hand, or a new one where nobody began any. */
    public static TraceContext current() {
        return CURRENT.isBound() ? CURRENT.get() : fresh();
    }

    /** A piece of work within this one. */
    public TraceContext child() {
        return new TraceContext(traceId, random(SPAN_BYTES));
    }

    /** As it travels. */
    public String header() {
        return "00-" + traceId + "-" + spanId + "-01";
    }

    private static String random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
