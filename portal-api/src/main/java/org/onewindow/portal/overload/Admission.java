package org.onewindow.portal.overload;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * The porter: lets in what the node can work on at once, and refuses the rest with 503 and {@code Retry-After} before a token is
 * checked, a body read or the database asked. What was let in is not refused for overload any more.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class Admission extends OncePerRequestFilter {

    private final Lanes lanes;
    private final Backlog backlog;
    private final HandlerExceptionResolver problems;
    private final Counter refused;

    Admission(
            Lanes lanes,
            WorkloadWatch watch,
            OverloadLimits limits,
            MeterRegistry meters,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.lanes = lanes;
        this.backlog = new Backlog(watch::last, limits.backlog());
        this.problems = problems;
        this.refused = meters.counter("hub.requests.refused", "reason", "overloaded");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var lane = lanes.of(request).orElse(null);
        if (lane == null) {
            chain.doFilter(request, response);
            return;
        }
        try (var place = lane.takesNewWork() && backlog.isTooLong() ? null : Place.take(lane)) {
            if (place == null) {
                refused.increment();
                problems.resolveException(request, response, null, new Refusal(ProblemCode.OVERLOADED));
            } else {
                through(place, request, response, chain);
            }
        }
    }

    private static void through(
            Place place, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            ScopedValue.where(Place.OWN, place).call(() -> {
                chain.doFilter(request, response);
                return place;
            });
        } catch (ServletException | IOException | RuntimeException told) {
            throw told;
        } catch (Exception other) {
            throw new ServletException(other);
        }
    }
}
