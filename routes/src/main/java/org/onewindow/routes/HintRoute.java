package org.onewindow.routes;

import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;

/** From the committed decision to the broker (Channel Adapter); a broker that is away costs the hint, nothing else. */
final class HintRoute extends RouteBuilder {

    @Override
    public void configure() {
        // @formatter:off
        from(HubQueues.HINTS)
                .routeId("hints")
                .onException(Exception.class)
                .handled(true)
                .log(LoggingLevel.DEBUG, "hint lost, the sweeper sends it again: ${exception.class.simpleName}")
                .end()
                .to(HubQueues.outgoing());
        // @formatter:on
    }
}
