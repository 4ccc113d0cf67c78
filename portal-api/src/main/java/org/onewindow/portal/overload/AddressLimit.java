package org.onewindow.portal.overload;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.UrlPathHelper;

/**
 * What anybody may ask without a token, by the address they ask from: sixty at once, then one a second, per node. Behind {@link Proxies} it
 * is the address that these name.
 */
@Component
@Order(CallerLimit.AFTER_SECURITY)
final class AddressLimit extends OncePerRequestFilter {

    private static final Set<String> FOR_EVERYBODY = Set.of("/v1/qr:verify");
    private static final int AT_ONCE = 60;
    private static final int ADDRESSES = 10_000;

    private final ConcurrentMap<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final Proxies proxies;
    private final HandlerExceptionResolver problems;

    AddressLimit(OverloadLimits limits, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.proxies = limits.proxies();
        this.problems = problems;
    }

    /** By the path as it is served: %3A is a colon, too. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getUserPrincipal() != null
                || !FOR_EVERYBODY.contains(UrlPathHelper.defaultInstance.getPathWithinApplication(request));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (bucket(proxies.caller(request.getRemoteAddr(), forwarded(request))).tryConsume(1)) {
            chain.doFilter(request, response);
        } else {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            problems.resolveException(request, response, null, new Refusal(ProblemCode.TOO_MANY_REQUESTS));
        }
    }

    /** A header that comes in several lines is one. */
    private static @Nullable String forwarded(HttpServletRequest request) {
        var lines = Collections.list(request.getHeaders("X-Forwarded-For"));
        return lines.isEmpty() ? null : String.join(",", lines);
    }

    private Bucket bucket(String address) {
        var known = buckets.get(address);
        if (known != null) {
            return known;
        }
        if (buckets.size() >= ADDRESSES) {
            buckets.values().removeIf(bucket -> bucket.getAvailableTokens() >= AT_ONCE);
        }
        // one who comes from ever new addresses makes all new ones share what is left
        return buckets.computeIfAbsent(buckets.size() >= ADDRESSES ? "" : address, _ -> full());
    }

    private static Bucket full() {
        return Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(AT_ONCE)
                        .refillGreedy(1, Duration.ofSeconds(1))
                        .build())
                .build();
    }
}
