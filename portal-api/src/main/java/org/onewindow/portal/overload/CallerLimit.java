package org.onewindow.portal.overload;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * A token bucket for every caller, so that one who sends too much is told so (429) and nobody else notices. Counted per node, after the
 * token was checked and before the body is read; looking at things is not counted.
 */
@Component
@Order(CallerLimit.AFTER_SECURITY)
final class CallerLimit extends OncePerRequestFilter {

    /** Spring Boot has its security at -100. */
    static final int AFTER_SECURITY = -99;

    /** Callers remembered; beyond that, those whose bucket is full again are forgotten: they lose nothing. */
    private static final int CALLERS = 10_000;

    private static final Set<String> UNCOUNTED = Set.of("GET", "HEAD", "OPTIONS");
    private static final int BURST_SECONDS = 2;

    private final ConcurrentMap<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final HandlerExceptionResolver problems;
    private final int rate;
    private final Counter refused;

    CallerLimit(
            OverloadLimits limits,
            MeterRegistry meters,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.problems = problems;
        this.rate = limits.callerRate();
        this.refused = meters.counter("hub.requests.refused", "reason", "too-many-requests");
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return UNCOUNTED.contains(request.getMethod())
                || request.getRequestURI().startsWith("/v1/admin/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token)) {
            chain.doFilter(request, response);
            return;
        }
        var probe = bucket(token).tryConsumeAndReturnRemaining(1);
        tell(response, probe);
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
        } else {
            refused.increment();
            problems.resolveException(request, response, null, new Refusal(ProblemCode.TOO_MANY_REQUESTS));
        }
    }

    /** As in the IETF's draft of RateLimit header fields. */
    private void tell(HttpServletResponse response, ConsumptionProbe probe) {
        response.setHeader("RateLimit-Policy", "\"caller\";q=" + rate * BURST_SECONDS + ";w=" + BURST_SECONDS);
        response.setHeader("RateLimit", "\"caller\";r=" + probe.getRemainingTokens() + ";t=1");
    }

    private Bucket bucket(JwtAuthenticationToken token) {
        var jwt = token.getToken();
        if (buckets.size() >= CALLERS) {
            buckets.values().removeIf(bucket -> bucket.getAvailableTokens() >= (long) rate * BURST_SECONDS);
        }
        return buckets.computeIfAbsent(jwt.getClaimAsString("azp") + ' ' + jwt.getSubject(), _ -> full());
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity((long) rate * BURST_SECONDS)
                        .refillGreedy(rate, Duration.ofSeconds(1))
                        .build())
                .build();
    }
}
