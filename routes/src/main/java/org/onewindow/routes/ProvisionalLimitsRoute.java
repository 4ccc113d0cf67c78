package org.onewindow.routes;

import org.apache.camel.builder.RouteBuilder;

/** Once after each start, for that is when a new calendar is read. */
final class ProvisionalLimitsRoute extends RouteBuilder {

    private final ProvisionalLimits limits;

    ProvisionalLimitsRoute(ProvisionalLimits limits) {
        this.limits = limits;
    }

    @Override
    public void configure() {
        // @formatter:off
        from("timer:provisional-limits?repeatCount=1&delay=1000")
                .routeId("provisional-limits")
                .bean(limits, "findAnew");
        // @formatter:on
    }
}
