package org.onewindow.routes;

import org.apache.camel.builder.RouteBuilder;

/** What the stores already have is not asked again: completes a new case from them (Content Enricher). */
final class MaterialCheckRoute extends RouteBuilder {

    private static final int CONSUMERS = 4;

    private final MaterialCheck check;

    MaterialCheckRoute(MaterialCheck check) {
        this.check = check;
    }

    @Override
    public void configure() {
        // @formatter:off
        from(HubQueues.incoming(HubQueues.CHECK, CONSUMERS))
                .routeId("material-check")
                .bean(check, "check");
        // @formatter:on
    }
}
