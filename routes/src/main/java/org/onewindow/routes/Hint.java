package org.onewindow.routes;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.TraceContext;
import org.slf4j.MDC;

/**
 * What a message on the hub's own queues says: look at this step. It carries no truth; losing it costs time only.
 *
 * @param step the step's key; empty: the case as a whole
 * @param trace what the work belongs to; null: to nothing that anybody began
 */
record Hint(CaseNumber number, String step, @Nullable TraceContext trace) {

    private static final String LOGGED_CASE = "caseNumber";
    private static final String LOGGED_TRACE = "traceId";

    /** Of the work at hand. */
    static Hint of(CaseNumber number, String step) {
        return new Hint(number, step, TraceContext.CURRENT.isBound() ? TraceContext.CURRENT.get() : null);
    }

    static Hint parse(String text) {
        var words = text.split(" ", 3);
        return new Hint(
                new CaseNumber(words[0]),
                words[1],
                words.length < 3 ? null : TraceContext.parse(words[2]).orElse(null));
    }

    String text() {
        return about() + (trace == null ? "" : " " + trace.header());
    }

    /** What it is about: the same for a hint that comes twice, whoever sent it. */
    String about() {
        return number.text() + " " + step;
    }

    /** Does it as part of the trace, so that every line of the log names trace and case. */
    void traced(Runnable work) {
        var belongsTo = Optional.ofNullable(trace).orElseGet(TraceContext::fresh);
        try (var _ = MDC.putCloseable(LOGGED_CASE, number.text());
                var _ = MDC.putCloseable(LOGGED_TRACE, belongsTo.traceId())) {
            ScopedValue.where(TraceContext.CURRENT, belongsTo).run(work);
        }
    }
}
