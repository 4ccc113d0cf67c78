package org.onewindow.canonical;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Where finished pieces of work are told, for whoever collects traces. */
@FunctionalInterface
public interface Spans {

    /** Nobody collects them. */
    Spans NONE = _ -> {};

    void ended(Span span);

    /** Whether the work was begun for others, by others, or within. */
    enum Kind {
        SERVER,
        CLIENT,
        CONSUMER
    }

    /**
     * A finished piece of work.
     *
     * @param parent what it was part of
     * @param name of few different values, such as {@code tax/assess-transfer-tax}
     * @param attributes nothing about people
     */
    record Span(
            TraceContext context,
            TraceContext parent,
            Kind kind,
            String name,
            Duration took,
            boolean failed,
            Map<String, String> attributes) {}

    /**
     * Does it as a piece of the work at hand, and tells.
     *
     * @param failed whether what came of it is a failure; an exception always is
     */
    default <T> T within(
            Kind kind, String name, Map<String, String> attributes, Supplier<T> work, Function<T, Boolean> failed) {
        var parent = TraceContext.current();
        var own = parent.child();
        long begin = System.nanoTime();
        boolean bad = true;
        try {
            var result = ScopedValue.where(TraceContext.CURRENT, own).call(work::get);
            bad = failed.apply(result);
            return result;
        } finally {
            ended(new Span(own, parent, kind, name, Duration.ofNanos(System.nanoTime() - begin), bad, attributes));
        }
    }
}
