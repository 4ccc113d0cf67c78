package org.onewindow.routes.configuration;

import org.apache.camel.builder.RouteBuilder;

/** Looks once a second what shall serve; by itself, for another configuration takes its time to build. */
public final class SuccessionRoute extends RouteBuilder {

    private final Succession succession;

    public SuccessionRoute(Succession succession) {
        this.succession = succession;
    }

    @Override
    public void configure() {
        // @formatter:off
        from("timer:succession?period=1000&fixedRate=false")
                .routeId("succession")
                .bean(succession, "look");
        // @formatter:on
    }
}
