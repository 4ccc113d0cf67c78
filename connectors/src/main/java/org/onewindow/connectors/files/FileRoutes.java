package org.onewindow.connectors.files;

import org.apache.camel.builder.RouteBuilder;
import org.onewindow.config.Department;
import org.onewindow.config.Operation;
import org.onewindow.connectors.line.DepartmentRoute;

/** The routes of a department that exchanges files: one per operation to put its messages, and one that looks for answers. */
final class FileRoutes extends RouteBuilder {

    private final Department department;
    private final Outbox outbox;
    private final Inbox inbox;

    FileRoutes(Department department, Outbox outbox, Inbox inbox) {
        this.department = department;
        this.outbox = outbox;
        this.inbox = inbox;
    }

    static String putting(Department department, Operation operation) {
        return DepartmentRoute.endpoint(department, operation.id());
    }

    static String answers(Department department) {
        return DepartmentRoute.id(department, "answers");
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        department.operations().values().forEach(this::putting);
        var answers = answers(department);
        // @formatter:off
        from("timer:" + answers + "?delay=0&period=" + Inbox.EVERY.toMillis())
                .routeId(answers)
                .autoStartup(false)
                .description(department.name().en() + ": what lies in its folder of answers")
                .bean(inbox, "look");
        // @formatter:on
    }

    private void putting(Operation operation) {
        var from = putting(department, operation);
        // @formatter:off
        from(from)
                .routeId(DepartmentRoute.idOf(from))
                .description(department.name().en() + ": " + operation.name().en())
                .bean(outbox, "put");
        // @formatter:on
    }
}
