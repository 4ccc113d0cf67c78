package org.onewindow.portal.overload;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.onewindow.config.ConfigurationTree;
import org.springframework.stereotype.Component;

/**
 * Which lane a request goes through, by its method and path alone.
 *
 * <p>How many places there are follows from the database connections of a node, which is what most requests wait for; the others have
 * places of their own.
 */
@Component
final class Lanes {

    /** Bodies of many megabytes over slow lines hold their place long, so they get places of their own. */
    private static final int UPLOADS = 64;
    /** It waits for departments and holds no connection meanwhile; above that, departments' own limits would only let it time out. */
    private static final int INQUIRIES = 256;

    /** Each holds megabytes and a database connection for thousands of lines: more of them together would take a node's all. */
    private static final int STOCKS = 2;

    private static final String STOCK = "/v1/admin/licences:import";
    private static final String INQUIRY = "/v1/inquiries/";
    private static final Set<String> LOOKING = Set.of("GET", "HEAD", "OPTIONS");

    private final Lane newCases;
    private final Lane changes;
    private final Lane replies;
    private final Lane looking;
    private final Lane uploads = Lane.of(UPLOADS);
    private final Lane stocks = Lane.of(STOCKS);
    private final Map<String, Lane> inquiries = new ConcurrentHashMap<>();
    private final Supplier<ConfigurationTree> tree;

    Lanes(Supplier<ConfigurationTree> tree, OverloadLimits limits, MeterRegistry meters) {
        this.tree = tree;
        this.newCases = Lane.forNewWork(limits.places());
        this.changes = Lane.of(limits.places());
        this.replies = Lane.of(limits.places());
        this.looking = Lane.of(limits.places());
        Map.of(
                        "new-cases",
                        newCases,
                        "changes",
                        changes,
                        "replies",
                        replies,
                        "looking",
                        looking,
                        "uploads",
                        uploads,
                        "stocks",
                        stocks)
                .forEach((name, lane) -> Gauge.builder("hub.lane.free", lane, Lane::free)
                        .description("Places that are free among the requests a node works on at once")
                        .tag("lane", name)
                        .register(meters));
    }

    /** Empty: never refused, such as operators, who are needed most when there is too much of everything. */
    Optional<Lane> of(HttpServletRequest request) {
        // as the controllers see it: %3A is a colon there
        if (request.getServletPath().equals(STOCK)) {
            return Optional.of(stocks);
        }
        var path = request.getRequestURI();
        boolean soap = path.startsWith("/soap/");
        if (!soap && (!path.startsWith("/v1/") || isUnlimited(path))) {
            return Optional.empty();
        }
        if (LOOKING.contains(request.getMethod())) {
            return Optional.of(looking);
        }
        if (path.startsWith(INQUIRY)) {
            return Optional.of(inquiry(path.substring(INQUIRY.length())));
        }
        return Optional.of(soap || path.equals("/v1/cases") ? newCases : change(path));
    }

    /** What operators need, and streams of events, which last long and cost little. */
    private static boolean isUnlimited(String path) {
        return path.startsWith("/v1/admin/") || path.startsWith("/v1/departments") || path.endsWith("/events");
    }

    private Lane change(String path) {
        if (path.startsWith("/v1/uploads")) {
            return uploads;
        }
        return path.startsWith("/v1/replies/") ? replies : changes;
    }

    /** Each has its own places: one whose departments hang keeps nobody from another. */
    private Lane inquiry(String id) {
        return tree.get().inquiries().containsKey(id)
                ? inquiries.computeIfAbsent(id, _ -> Lane.of(INQUIRIES))
                : changes;
    }
}
