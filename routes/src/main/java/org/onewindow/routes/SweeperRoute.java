package org.onewindow.routes;

import org.apache.camel.builder.RouteBuilder;

/** The only timer of a node: once a second the alarms that are due become events. */
final class SweeperRoute extends RouteBuilder {

    private final Sweeper sweeper;

    SweeperRoute(Sweeper sweeper) {
        this.sweeper = sweeper;
    }

    @Override
    public void configure() {
        // @formatter:off
        from("timer:sweeper?period=1000&fixedRate=false").routeId("sweeper").bean(sweeper, "sweep");
        // @formatter:on
    }
}
