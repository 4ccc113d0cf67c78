package org.onewindow.routes;

import org.apache.camel.builder.RouteBuilder;

/** One department's work: its own queue and its own consumers, so that no department ever waits for another (Competing Consumers). */
final class DepartmentWorkRoute extends RouteBuilder {

    private final String department;
    private final int consumers;
    private final Worker worker;

    DepartmentWorkRoute(String department, int consumers, Worker worker) {
        this.department = department;
        this.consumers = consumers;
        this.worker = worker;
    }

    static String id(String department, int consumers) {
        return "work." + department + "." + consumers;
    }

    @Override
    public void configure() {
        // @formatter:off
        from(HubQueues.incoming(HubQueues.work(department), consumers))
                .routeId(id(department, consumers))
                .description("calls of " + department + ", as their cases need them")
                .bean(worker, "work");
        // @formatter:on
    }
}
