package org.onewindow.routes;

import org.apache.camel.builder.RouteBuilder;

/** Once a second each node looks for replays to work on. */
final class ReplayRoute extends RouteBuilder {

    private final ReplayRunner runner;

    ReplayRoute(ReplayRunner runner) {
        this.runner = runner;
    }

    @Override
    public void configure() {
        // @formatter:off
        from("timer:replays?period=1000&fixedRate=false").routeId("replays").bean(runner, "look");
        // @formatter:on
    }
}
