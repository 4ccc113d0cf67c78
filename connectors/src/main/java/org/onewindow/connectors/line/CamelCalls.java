package org.onewindow.connectors.line;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ExtendedStartupListener;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;

/** One department's routes in the Camel context, and the way into them. */
public final class CamelCalls implements AutoCloseable {

    private static final Duration FINISH = Duration.ofSeconds(10);

    private final CamelContext camel;
    private final ProducerTemplate producer;
    private final List<String> added = new ArrayList<>();
    private final Map<String, Endpoint> endpoints = new ConcurrentHashMap<>();

    public CamelCalls(CamelContext camel) {
        this.camel = camel;
        this.producer = camel.createProducerTemplate();
    }

    /** The exchange afterwards; a failure stands in it and is not thrown. */
    public Exchange request(String endpoint, Object body) {
        // by its name Camel would take the address apart twice a call
        var to = endpoints.computeIfAbsent(endpoint, camel::getEndpoint);
        var exchange = to.createExchange(ExchangePattern.InOut);
        exchange.getMessage().setBody(body);
        return producer.send(to, exchange);
    }

    /** Starts a route that waited for its listener: now, or when the context is wholly up. */
    public void start(String route) {
        try {
            if (camel.isStarted()) {
                camel.getRouteController().startRoute(route);
            } else {
                camel.addStartupListener(new WhenUp(route));
            }
        } catch (Exception failure) {
            throw new IllegalStateException("the route " + route + " does not start", failure);
        }
    }

    /** Adds routes of the department. */
    public void add(RouteBuilder routes) {
        try {
            camel.addRoutes(routes);
            routes.getRouteCollection().getRoutes().forEach(route -> added.add(route.getRouteId()));
        } catch (Exception failure) {
            throw new IllegalStateException("the routes of a department cannot be made", failure);
        }
    }

    /** Stops a route; what it has in hand it finishes first, for {@link #FINISH} at most. */
    public void stop(String route) {
        try {
            camel.getRouteController().stopRoute(route, FINISH.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new IllegalStateException("the route " + route + " does not stop", failure);
        }
    }

    /** Takes the department's routes out of the context; nobody sends into them any more. */
    public void remove() {
        for (var route : added) {
            stop(route);
            try {
                camel.removeRoute(route);
            } catch (Exception failure) {
                throw new IllegalStateException("the route " + route + " cannot be taken away", failure);
            }
        }
        endpoints.values().forEach(this::forget);
    }

    private void forget(Endpoint endpoint) {
        try {
            camel.removeEndpoint(endpoint);
        } catch (Exception failure) {
            throw new IllegalStateException("an end point cannot be taken away", failure);
        }
    }

    /** Not before the context is wholly up: earlier it would still be told not to start. */
    private record WhenUp(String route) implements ExtendedStartupListener {

        @Override
        public void onCamelContextStarted(CamelContext context, boolean alreadyStarted) {}

        @Override
        public void onCamelContextFullyStarted(CamelContext context, boolean alreadyStarted) throws Exception {
            context.getRouteController().startRoute(route);
        }
    }

    @Override
    public void close() {
        producer.stop();
    }
}
