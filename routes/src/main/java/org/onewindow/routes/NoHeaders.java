package org.onewindow.routes;

import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;

/** Lets no header pass, in either direction: the hub's own messages bear their meaning in the body alone. */
final class NoHeaders implements HeaderFilterStrategy {

    static final String NAME = "noHeaders";

    @Override
    public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
        return true;
    }

    @Override
    public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
        return true;
    }
}
