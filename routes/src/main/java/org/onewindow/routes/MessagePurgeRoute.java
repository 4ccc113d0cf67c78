package org.onewindow.routes;

import org.apache.camel.builder.RouteBuilder;

/** Once a minute old messages go. */
final class MessagePurgeRoute extends RouteBuilder {

    private final MessagePurge purge;

    MessagePurgeRoute(MessagePurge purge) {
        this.purge = purge;
    }

    @Override
    public void configure() {
        // @formatter:off
        from("timer:old-messages?period=60000&fixedRate=false")
                .routeId("old-messages")
                .bean(purge, "purge");
        // @formatter:on
    }
}
