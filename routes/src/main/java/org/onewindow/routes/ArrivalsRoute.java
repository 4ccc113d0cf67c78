package org.onewindow.routes;

import org.apache.camel.builder.RouteBuilder;

/** Once a second the cases that lack a licence hear that it came. */
final class ArrivalsRoute extends RouteBuilder {

    private final LicencesArrived arrived;

    ArrivalsRoute(LicencesArrived arrived) {
        this.arrived = arrived;
    }

    @Override
    public void configure() {
        // @formatter:off
        from("timer:arrivals?period=1000&fixedRate=false").routeId("arrivals").bean(arrived, "tell");
        // @formatter:on
    }
}
