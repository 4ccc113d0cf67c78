package org.onewindow.connectors.line;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ProducerTemplate;

/** Sends typed bodies into the departments' routes. */
public final class CamelCalls implements AutoCloseable {

    private final CamelContext camel;
    private final ProducerTemplate producer;

    public CamelCalls(CamelContext camel) {
        this.camel = camel;
        this.producer = camel.createProducerTemplate();
    }

    /** The exchange afterwards; a failure stands in it and is not thrown. */
    public Exchange request(String endpoint, Object body) {
        var exchange = camel.getEndpoint(endpoint).createExchange(ExchangePattern.InOut);
        exchange.getMessage().setBody(body);
        return producer.send(endpoint, exchange);
    }

    /** Starts a route that waited for its listener: now, or with the context where that is not up yet. */
    public void start(String route) {
        try {
            camel.addStartupListener(
                    (context, _) -> context.getRouteController().startRoute(route));
        } catch (Exception failure) {
            throw new IllegalStateException("the route " + route + " does not start", failure);
        }
    }

    @Override
    public void close() {
        producer.stop();
    }
}
