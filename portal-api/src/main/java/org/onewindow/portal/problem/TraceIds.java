package org.onewindow.portal.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.onewindow.canonical.Spans;
import org.onewindow.canonical.Spans.Span;
import org.onewindow.canonical.TraceContext;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Makes every request a piece of a trace, the caller's own where they sent a {@code traceparent} (W3C Trace Context), and puts its id
 * into the log.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class TraceIds extends OncePerRequestFilter {

    private static final String ATTRIBUTE = TraceIds.class.getName();
    private static final String LOGGED = "traceId";
    private static final int FIRST_FAILURE = 500;

    private final Spans spans;

    TraceIds(Spans spans) {
        this.spans = spans;
    }

    public static String of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String id ? id : fresh();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var parent = TraceContext.parse(request.getHeader(TraceContext.NAME)).orElseGet(TraceContext::fresh);
        var own = parent.child();
        request.setAttribute(ATTRIBUTE, own.traceId());
        long begin = System.nanoTime();
        try (var _ = MDC.putCloseable(LOGGED, own.traceId())) {
            ScopedValue.where(TraceContext.CURRENT, own).call(() -> {
                chain.doFilter(request, response);
                return own;
            });
        } catch (ServletException | IOException | RuntimeException told) {
            throw told;
        } catch (Exception other) {
            throw new ServletException(other);
        } finally {
            spans.ended(span(request, response, parent, own, System.nanoTime() - begin));
        }
    }

    /** By the pattern of its address, which names nobody. */
    private static Span span(
            HttpServletRequest request,
            HttpServletResponse response,
            TraceContext parent,
            TraceContext own,
            long nanos) {
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        var route = pattern == null ? "other" : pattern.toString();
        var status = response.getStatus();
        return new Span(
                own,
                parent,
                Spans.Kind.SERVER,
                request.getMethod() + " " + route,
                Duration.ofNanos(nanos),
                status >= FIRST_FAILURE,
                Map.of("http.route", route, "http.response.status_code", Integer.toString(status)));
    }

    /** For what comes by no HTTP request. */
    public static String fresh() {
        return TraceContext.fresh().traceId();
    }
}
