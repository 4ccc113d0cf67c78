package org.onewindow.connectors.jms;

import jakarta.jms.ConnectionFactory;
import java.util.HashSet;
import java.util.UUID;
import org.apache.camel.Endpoint;
import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.jms.JmsConfiguration;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.TraceContext;
import org.onewindow.config.Correlation;
import org.onewindow.config.Department;
import org.onewindow.config.Operation;
import org.onewindow.connectors.http.AllowedHeaders;
import org.onewindow.connectors.line.DepartmentRoute;

/** The routes of a department that speaks by queue: one per operation to send, one to ask and wait, and those that listen. */
final class QueueRoutes extends RouteBuilder implements AutoCloseable {

    /** Where messages go that are refused without a look. */
    private static final String REFUSED = "jms:queue:hub.replies.refused?forceSendOriginalMessage=true";

    private static final String LISTENING =
            "?transacted=true&lazyCreateTransactionManager=false&cacheLevelName=CACHE_CONSUMER&mapJmsMessage=false";

    private final String node = UUID.randomUUID().toString();

    private final Department department;
    private final Department.Endpoint.Jms endpoint;
    private final Arrivals arrivals;
    private final Connections connections;
    private final Awaited awaited;
    private @Nullable JmsComponent made;

    QueueRoutes(Department department, Arrivals arrivals, Awaited awaited, Connections connections) {
        if (!(department.endpoint() instanceof Department.Endpoint.Jms queues)) {
            throw new IllegalArgumentException("department " + department.id() + " has no queue");
        }
        this.department = department;
        this.endpoint = queues;
        this.arrivals = arrivals;
        this.awaited = awaited;
        this.connections = connections;
    }

    /** The cached connections to send with, the bare ones to listen with. */
    record Connections(ConnectionFactory sending, ConnectionFactory listening) {}

    static String sending(Department department, Operation operation) {
        return DepartmentRoute.endpoint(department, operation.id());
    }

    static String waiting(Department department, Operation operation) {
        return DepartmentRoute.endpoint(department, operation.id() + ".waiting");
    }

    static String replies(Department department) {
        return DepartmentRoute.id(department, "replies");
    }

    static String deadLetters(Department department) {
        return DepartmentRoute.id(department, "dead-letters");
    }

    static String events(Department department) {
        return DepartmentRoute.id(department, "events");
    }

    @Override
    public void configure() throws Exception {
        errorHandler(noErrorHandler());
        var component = component();
        made = component;
        for (var operation : department.operations().values()) {
            sending(component, operation);
            waiting(component, operation);
        }
        if (!(endpoint.correlation() instanceof Correlation.OwnId)) {
            awaited(component);
        }
        var refused = component.createEndpoint(REFUSED);
        listening(
                replies(department),
                component.createEndpoint("jms:queue:" + endpoint.replyQueue() + LISTENING),
                "reply",
                refused);
        var events = department.events();
        if (events != null) {
            var topic = "jms:topic:" + events.topic() + LISTENING
                    + "&subscriptionDurable=true&subscriptionShared=true&subscriptionName=" + events.subscription();
            listening(events(department), component.createEndpoint(topic), "event", refused);
        }
        if (endpoint.deadLetters() != null) {
            deadLetters(component.createEndpoint("jms:queue:" + endpoint.deadLetters() + LISTENING));
        }
    }

    private JmsComponent component() {
        var configuration = new JmsConfiguration(connections.listening());
        configuration.setTemplateConnectionFactory(connections.sending());
        configuration.setListenerConnectionFactory(connections.listening());
        var component = new JmsComponent(configuration);
        component.setCamelContext(getContext());
        var properties = new HashSet<>(endpoint.properties().keySet());
        properties.add(TraceContext.NAME);
        if (endpoint.correlation() instanceof Correlation.Property(var name)) {
            properties.add(name);
        }
        component.setHeaderFilterStrategy(new AllowedHeaders(properties));
        component.start();
        return component;
    }

    private void sending(JmsComponent component, Operation operation) throws Exception {
        var from = sending(department, operation);
        var about = operation.name().en();
        if (endpoint.correlation() instanceof Correlation.MessageId) {
            noted(from, about, new NotedSending.Way(endpoint.queue(), endpoint.replyQueue(), true), arrivals::expect);
        } else {
            plain(from, about, component.createEndpoint(oneWay(endpoint.replyQueue(), true)));
        }
    }

    private String oneWay(String replyQueue, boolean durable) {
        return "jms:queue:" + endpoint.queue() + "?jmsMessageType=Bytes&explicitQosEnabled=true&deliveryPersistent="
                + durable + "&replyTo=" + replyQueue + "&disableReplyTo=false";
    }

    /** The answer of a look-up that somebody waits for comes to a queue of this node alone; the broker drops it when the node is gone. */
    private void waiting(JmsComponent component, Operation operation) throws Exception {
        var from = waiting(department, operation);
        var about = operation.name().en() + ", waited for";
        switch (endpoint.correlation()) {
            case Correlation.OwnId _ -> askedByCamel(component, operation, about);
            case Correlation.MessageId _ ->
                noted(from, about, new NotedSending.Way(endpoint.queue(), ofNode(), false), awaited::bears);
            case Correlation.Property _, Correlation.Element _ ->
                plain(from, about, component.createEndpoint(oneWay(ofNode(), false) + forgottenAfter(operation)));
        }
    }

    /** Whoever comes back after an hour finds no questions that nobody asks any more. */
    private String forgottenAfter(Operation operation) {
        return "&timeToLive=" + department.timeoutOf(operation).toMillis();
    }

    private String ofNode() {
        return endpoint.replyQueue() + ".NODE." + node;
    }

    private void askedByCamel(JmsComponent component, Operation operation, String about) throws Exception {
        var from = waiting(department, operation);
        var queue = component.createEndpoint("jms:queue:" + endpoint.queue()
                + "?jmsMessageType=Bytes&deliveryPersistent=false&mapJmsMessage=false&replyToType=Exclusive&replyTo="
                + ofNode() + "." + operation.id()
                + "&requestTimeoutCheckerInterval=100&requestTimeout="
                + department.timeoutOf(operation).toMillis());
        // @formatter:off
        from(from)
                .routeId(DepartmentRoute.idOf(from))
                .description(department.name().en() + ": " + about)
                .bean(QueueExchange.class, "write")
                .to(ExchangePattern.InOut, queue);
        // @formatter:on
    }

    private void plain(String from, String about, Endpoint queue) {
        // @formatter:off
        from(from)
                .routeId(DepartmentRoute.idOf(from))
                .description(department.name().en() + ": " + about)
                .bean(QueueExchange.class, "write")
                .to(ExchangePattern.InOnly, queue);
        // @formatter:on
    }

    private void noted(String from, String about, NotedSending.Way way, NotedSending.Notes notes) {
        // @formatter:off
        from(from)
                .routeId(DepartmentRoute.idOf(from))
                .description(department.name().en() + ": " + about)
                .bean(new NotedSending(connections.sending(), way, notes), "send");
        // @formatter:on
    }

    private void awaited(JmsComponent component) throws Exception {
        var queue = component.createEndpoint(
                "jms:queue:" + ofNode() + "?cacheLevelName=CACHE_CONSUMER&mapJmsMessage=false");
        // @formatter:off
        from(queue)
                .routeId(DepartmentRoute.id(department, "awaited"))
                .description(department.name().en() + ": answers that somebody waits for")
                .bean(awaited, "take");
        // @formatter:on
    }

    private void listening(String id, Endpoint from, String method, Endpoint refused) {
        // @formatter:off
        from(from)
                .routeId(id)
                .autoStartup(false)
                .description(department.name().en() + ": what comes unasked (" + method + ")")
                .choice()
                .when(method(arrivals, "isReadable"))
                .bean(arrivals, method)
                .otherwise()
                .to(ExchangePattern.InOnly, refused);
        // @formatter:on
    }

    private void deadLetters(Endpoint from) {
        // @formatter:off
        from(from)
                .routeId(deadLetters(department))
                .autoStartup(false)
                .description(department.name().en() + ": what it could not read")
                .bean(arrivals, "unreadable");
        // @formatter:on
    }

    @Override
    public void close() {
        if (made != null) {
            made.stop();
        }
    }
}
