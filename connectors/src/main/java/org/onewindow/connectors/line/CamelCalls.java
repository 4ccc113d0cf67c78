package org.onewindow.connectors.line;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ExtendedStartupListener;
import org.apache.camel.ProducerTemplate;

/** Sends typed bodies into the departments' routes. */
public final class CamelCalls implements AutoCloseable {

    private final CamelContext camel;
    private final ProducerTemplate producer;
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
