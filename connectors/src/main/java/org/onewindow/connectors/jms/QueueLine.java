package org.onewindow.connectors.jms;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.TraceContext;
import org.onewindow.config.Correlation;
import org.onewindow.config.Department;
import org.onewindow.config.Operation;
import org.onewindow.connectors.DepartmentEventListener;
import org.onewindow.connectors.Mapped;
import org.onewindow.connectors.QueueReplyListener;
import org.onewindow.connectors.Sending;
import org.onewindow.connectors.line.Characters;
import org.onewindow.connectors.line.Filled;
import org.onewindow.connectors.line.Filler;
import org.onewindow.connectors.line.Heard;
import org.onewindow.connectors.line.House;
import org.onewindow.connectors.line.Line;
import org.onewindow.connectors.line.Tape;
import org.onewindow.connectors.mapping.CanonicalJson;
import org.onewindow.connectors.mapping.Draft;
import org.onewindow.connectors.mapping.MappingFailed;
import org.onewindow.connectors.xml.XmlText;
import org.springframework.jms.connection.CachingConnectionFactory;

/** A department that speaks XStream's XML by queue. */
public final class QueueLine implements Line {

    /** What an answer by queue is to a mapping that asks for its status. */
    private static final int OK = 200;

    private final Department department;
    private final Department.Endpoint.Jms endpoint;
    private final House house;
    private final Charset charset;
    private final CachingConnectionFactory sending;
    private final Correlating correlating;
    private final LivingRules rules;
    private final Arrivals arrivals;
    private final Awaited awaited;
    private final QueueRoutes routes;

    /**
     * The line of one department.
     *
     * @param rules of this department's lines
     * @param events event and subject of an event's body
     */
    public QueueLine(
            Department department,
            House house,
            ConnectionFactory broker,
            LivingRules rules,
            Function<byte[], List<String>> events) {
        if (!(department.endpoint() instanceof Department.Endpoint.Jms queues)) {
            throw new IllegalArgumentException("department " + department.id() + " has no queue");
        }
        this.department = department;
        this.endpoint = queues;
        this.house = house;
        this.charset = Charset.forName(queues.charset());
        this.sending = new CachingConnectionFactory(broker);
        this.sending.setSessionCacheSize(department.limits().concurrency());
        this.correlating = new Correlating(queues.correlation(), this::tree);
        this.rules = rules;
        this.arrivals = new Arrivals(department.id(), rules, events);
        this.awaited = new Awaited(correlating);
        this.routes = new QueueRoutes(department, arrivals, awaited, new QueueRoutes.Connections(sending, broker));
        rules.add(correlating);
    }

    @Override
    public RouteBuilder routes() {
        return routes;
    }

    /** From now on answers are taken. */
    public void repliesTo(QueueReplyListener listener) {
        arrivals.repliesTo(listener);
        house.camel().start(QueueRoutes.replies(department));
        if (endpoint.deadLetters() != null) {
            house.camel().start(QueueRoutes.deadLetters(department));
        }
    }

    /** From now on events are taken, if the department tells any. */
    public void eventsTo(DepartmentEventListener listener) {
        if (department.events() != null) {
            arrivals.eventsTo(listener);
            house.camel().start(QueueRoutes.events(department));
        }
    }

    /** From now on another revision takes the events: the department may tell them in another form. */
    public void noMoreEvents() {
        if (department.events() != null) {
            house.camel().stop(QueueRoutes.events(department));
        }
    }

    /** No act of this revision is under way any more, so no answer is meant for it. */
    public void noMoreAnswers() {
        rules.remove(correlating);
    }

    @Override
    public Optional<Mapped.Unmappable> objection(Operation operation, Draft draft) {
        var document = document(draft);
        if (endpoint.correlation() instanceof Correlation.Element element && !bearsNumber(document)) {
            throw new MappingFailed("the message has no text at " + element.sent() + ", by which its answer is found");
        }
        return Characters.outside(charset, draft);
    }

    private boolean bearsNumber(String document) {
        return !correlating.ofMessage(document.getBytes(charset)).isEmpty();
    }

    static String document(Draft draft) {
        try {
            if (CanonicalJson.parse(draft.content().getBytes(UTF_8)) instanceof Map<?, ?> parts) {
                return XStreamTree.write(parts.get("body"));
            }
            throw new MappingFailed("the stored message is no object");
        } catch (IOException notJson) {
            throw new MappingFailed("the stored message is no JSON");
        }
    }

    @Override
    public Heard send(Operation operation, Draft draft, Sending sent) {
        var form = new Filler.Form(XmlText::escaped, charset);
        return switch (house.filler(operation, draft, sent).in(form).fill(document(draft))) {
            case Filled.Not(var reply) -> Heard.notSent(reply);
            case Filled.Bytes(var bytes) -> {
                Tape.sent(() -> new Tape.Words(bytes, charset));
                var message = new QueueMessage(
                        bytes, sent.correlation(), properties(operation, sent), sent.patience(department, operation));
                yield sent.waitForQueueReply() ? ask(operation, message) : put(operation, message);
            }
        };
    }

    private Map<String, String> properties(Operation operation, Sending sent) {
        var properties = new LinkedHashMap<>(endpoint.properties());
        properties.replaceAll((name, value) -> value.equals("$call") ? operation.call() : value);
        properties.put(TraceContext.NAME, TraceContext.current().header());
        if (endpoint.correlation() instanceof Correlation.Property(var name)) {
            properties.put(name, sent.correlation());
        }
        return properties;
    }

    private Heard put(Operation operation, QueueMessage message) {
        if (endpoint.correlation() instanceof Correlation.Element) {
            var number = correlating.ofMessage(message.body());
            if (number.isEmpty()) {
                return withoutNumber();
            }
            try {
                if (!arrivals.expect(number, message.correlation())) {
                    return Heard.unavailable("its number stands for another act at the department already", null);
                }
            } catch (RuntimeException away) {
                return Heard.unavailable("the number of its answer cannot be kept now", null);
            }
        }
        var exchange = house.camel().request(QueueRoutes.sending(department, operation), message);
        return exchange.getException() == null ? Heard.handedOver(operation) : Failed.heard(exchange.getException());
    }

    private Heard ask(Operation operation, QueueMessage message) {
        return switch (endpoint.correlation()) {
            case Correlation.OwnId _ -> askByCamel(operation, message);
            case Correlation.MessageId _, Correlation.Property _ -> ask(operation, message, message.correlation());
            case Correlation.Element _ -> ask(operation, message, correlating.ofMessage(message.body()));
        };
    }

    private Heard askByCamel(Operation operation, QueueMessage message) {
        var exchange = house.camel().request(QueueRoutes.waiting(department, operation), message);
        return exchange.getException() == null ? heard(exchange) : Failed.heard(exchange.getException());
    }

    /** A computed value left it out: only now is it known, and it may be mended. */
    private static Heard withoutNumber() {
        return Heard.unavailable(
                "the hub is not set up: the message bears no number by which its answer is found", null);
    }

    private Heard ask(Operation operation, QueueMessage message, String number) {
        if (number.isEmpty()) {
            return withoutNumber();
        }
        var expected = awaited.expect(number);
        if (expected.isEmpty()) {
            return Heard.unavailable("its number stands for another look-up already", null);
        }
        var answer = expected.get();
        try {
            var exchange = house.camel().request(QueueRoutes.waiting(department, operation), message);
            return exchange.getException() == null
                    ? heard(Optional.of(answer.get(message.patience().toMillis(), TimeUnit.MILLISECONDS)))
                    : Failed.heard(exchange.getException());
        } catch (TimeoutException | ExecutionException late) {
            return Heard.doubt("no answer in time");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Heard.doubt("no answer in time");
        } finally {
            awaited.forget(answer);
        }
    }

    private Heard heard(Exchange exchange) {
        try {
            return heard(QueueAnswer.of(exchange.getMessage().getBody(Message.class)));
        } catch (JMSException garbage) {
            return Heard.doubt("the answer cannot be read");
        }
    }

    private Heard heard(Optional<QueueAnswer> answer) {
        try {
            answer.ifPresent(told -> Tape.heard(OK, told.body(), charset));
            return answer.isEmpty()
                    ? Heard.doubt("the answer is no message of bytes")
                    : new Heard.Answer(
                            OK, answer.get().properties(), parse(answer.get().body()), null);
        } catch (IOException garbage) {
            return Heard.doubt("the answer cannot be read");
        }
    }

    @Override
    public @Nullable Object parse(byte[] body) throws IOException {
        return tree(body);
    }

    private Map<String, @Nullable Object> tree(byte[] body) throws IOException {
        return XStreamTree.read(
                charset.newDecoder().decode(ByteBuffer.wrap(body)).toString());
    }

    @Override
    public void close() {
        routes.close();
        sending.destroy();
    }
}
