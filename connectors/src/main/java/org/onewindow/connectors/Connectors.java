package org.onewindow.connectors;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.DepartmentReply;
import org.onewindow.canonical.DepartmentRequest;
import org.onewindow.config.Department;
import org.onewindow.config.Diagnostic;
import org.onewindow.config.Operation;
import org.onewindow.connectors.check.FolderCheck;
import org.onewindow.connectors.http.RequestSignature;
import org.onewindow.connectors.jms.QueueLine;

/**
 * Speaks with the departments of one configuration (Messaging Gateway, Message Translator, Channel Adapter).
 *
 * <p>Each operation is a Camel route of its own, {@code department.<id>.<operation>}. Whatever a department does is a
 * {@link DepartmentReply}; exceptions are bugs or a broken configuration.
 */
public final class Connectors implements AutoCloseable {

    private final Map<String, DepartmentDesk> desks;
    private final Surroundings surroundings;
    private final Desks made;

    private Connectors(Desks made, Surroundings surroundings) {
        this.made = made;
        this.desks = made.desks();
        this.surroundings = surroundings;
    }

    /** Compiles all mappings and adds all routes; a folder that does not hold is an {@link IllegalArgumentException}. */
    public static Connectors of(CamelContext camel, Collection<Department> departments, Surroundings surroundings) {
        return new Connectors(Desks.of(camel, departments, surroundings), surroundings);
    }

    /**
     * How a department's line stands on this node.
     *
     * @param breaker {@code closed}: it is called, {@code half-open}: it is tried, {@code open}: it is left alone for half a minute
     * @param untilOpening null: it serves now
     */
    public record LineState(String breaker, @Nullable Duration untilOpening) {}

    public LineState stateOf(Department department) {
        var breaker =
                desk(department).position().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new LineState(
                breaker,
                ServiceHours.untilOpening(department.limits().hours(), surroundings.clock())
                        .orElse(null));
    }

    /** Where calls are measured. */
    public Instruments instruments() {
        return surroundings.instruments();
    }

    /** The message for this request, to be stored and then sent. */
    public Mapped map(Department department, Operation operation, DepartmentRequest request, MappingContext context) {
        return desk(department).map(operation, request, context);
    }

    /** Sends a stored message and maps the answer back; at most one request of it leaves the house. */
    public DepartmentReply call(Department department, Operation operation, Mapped.Message message, Sending sending) {
        return desk(department).call(operation, message, sending);
    }

    /**
     * Whether a call back bears what the department declares: its signature, in time, and its fixed headers.
     *
     * @param path as it was called, without the query
     */
    public Inbound callback(
            Department department, String method, String path, Map<String, String> headers, byte[] body) {
        var callbacks = department.callbacks();
        if (callbacks == null) {
            return new Inbound.Forged("department " + department.id() + " never calls back");
        }
        var lower = DepartmentDesk.lowerCase(headers);
        for (var required :
                DepartmentDesk.lowerCase(callbacks.requiredHeaders()).entrySet()) {
            if (!required.getValue().equals(lower.get(required.getKey()))) {
                return new Inbound.Forged("the header " + required.getKey() + " is missing or wrong");
            }
        }
        var signature =
                new RequestSignature(callbacks.signature(), surroundings.secrets()::value, surroundings.clock());
        return signature
                .whatIsWrong(new RequestSignature.Signed(method, path, body), lower)
                .<Inbound>map(Inbound.Forged::new)
                .orElseGet(Inbound.Authentic::new);
    }

    /** Maps an answer that came by callback or queue, with the operation's own reply mapping. */
    public ReplyRead read(
            Department department,
            Operation operation,
            DepartmentRequest request,
            Map<String, String> headers,
            byte[] body) {
        return desk(department).read(operation, request, headers, body);
    }

    /** Takes the answers that come by queue and that no inquiry waits for; until then they stay in their queues. */
    public void onQueueReply(QueueReplyListener listener) {
        queues().forEach(line -> line.repliesTo(listener));
    }

    /** Takes what departments tell unasked; until then it stays in the durable subscription. */
    public void onEvent(DepartmentEventListener listener) {
        queues().forEach(line -> line.eventsTo(listener));
    }

    private Stream<QueueLine> queues() {
        return desks.values().stream()
                .map(DepartmentDesk::line)
                .filter(QueueLine.class::isInstance)
                .map(QueueLine.class::cast);
    }

    /**
     * Everything that is wrong with the departments' folders: mappings that do not compile, samples that do not hold or break the
     * contract.
     *
     * @param root of the configuration tree
     */
    public static List<Diagnostic> check(Path root, Collection<Department> departments) {
        return departments.stream()
                .flatMap(department -> FolderCheck.of(root, department).stream())
                .toList();
    }

    private DepartmentDesk desk(Department department) {
        var desk = desks.get(department.id());
        if (desk == null || !desk.department().revision().equals(department.revision())) {
            throw new IllegalArgumentException("these connectors were not made for department " + department.id()
                    + " in revision " + department.revision());
        }
        return desk;
    }

    @Override
    public void close() {
        made.close();
    }
}
