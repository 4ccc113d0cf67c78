package org.onewindow.connectors;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.DepartmentReply;
import org.onewindow.canonical.DepartmentRequest;
import org.onewindow.canonical.EffectKey;
import org.onewindow.config.Department;
import org.onewindow.config.Diagnostic;
import org.onewindow.config.Operation;
import org.onewindow.connectors.check.FolderCheck;
import org.onewindow.connectors.check.LookUp;
import org.onewindow.connectors.http.RequestSignature;
import org.onewindow.connectors.line.Tape;
import org.onewindow.connectors.probe.Probe;
import org.onewindow.connectors.probe.Probed;

/**
 * Speaks with the departments of the configuration, in whatever revision they are asked for (Messaging Gateway, Message Translator, Channel Adapter).
 *
 * <p>Each operation is a Camel route of its own, {@code department.<id>.<operation>.<revision>}. Whatever a department does is a
 * {@link DepartmentReply}; exceptions are bugs or a broken configuration.
 */
public final class Connectors implements AutoCloseable {

    private static final Duration UNTIL_ENABLED = Duration.ofMinutes(1);

    private final Desks desks;
    private final Surroundings surroundings;
    private volatile Set<String> disabled = Set.of();

    private Connectors(Desks desks, Surroundings surroundings) {
        this.desks = desks;
        this.surroundings = surroundings;
    }

    /** Compiles all mappings and adds all routes; a folder that does not hold is an {@link IllegalArgumentException}. */
    public static Connectors of(CamelContext camel, Collection<Department> departments, Surroundings surroundings) {
        var connectors = new Connectors(new Desks(new DeskMaker(camel, surroundings)), surroundings);
        connectors.prepare(departments);
        connectors.serve(departments, Set.of());
        return connectors;
    }

    /**
     * Makes everything these departments need, beside what serves; those that did not change are there already. Until they serve nobody
     * notices. A folder that does not hold is an {@link IllegalArgumentException}.
     */
    public void prepare(Collection<Department> departments) {
        departments.forEach(desks::ready);
    }

    /**
     * From now on these departments serve, each in this revision. Those before them stay for whoever still goes by them.
     *
     * @param closed the departments that are not called for now
     */
    public void serve(Collection<Department> departments, Set<String> closed) {
        desks.serve(departments);
        disabled = Set.copyOf(closed);
    }

    /** Takes apart what neither serves nor is among these, and what nobody uses just now. */
    public void retire(Collection<Department> needed) {
        desks.retire(needed);
    }

    /**
     * How a department's line stands on this node.
     *
     * @param breaker {@code closed}: it is called, {@code half-open}: it is tried, {@code open}: it is left alone for half a minute
     * @param untilOpening null: it serves now
     * @param disabled whether it is not called for now
     */
    public record LineState(String breaker, @Nullable Duration untilOpening, boolean disabled) {}

    public LineState stateOf(Department department) {
        var position = desks.at(department, desk -> desk.breaker().position());
        var breaker = position.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new LineState(
                breaker,
                ServiceHours.untilOpening(department.limits().hours(), surroundings.clock())
                        .orElse(null),
                disabled.contains(department.id()));
    }

    /** Where calls are measured. */
    public Instruments instruments() {
        return surroundings.instruments();
    }

    /** The message for this request, to be stored and then sent. */
    public Mapped map(Department department, Operation operation, DepartmentRequest request, MappingContext context) {
        return desks.at(department, desk -> desk.map(operation, request, context));
    }

    /**
     * Sends a stored message and maps the answer back; at most one request of it leaves the house, and none where the department is
     * disabled.
     */
    public DepartmentReply call(Department department, Operation operation, Mapped.Message message, Sending sending) {
        return disabled.contains(department.id())
                ? new DepartmentReply.Unavailable("disabled", UNTIL_ENABLED)
                : desks.at(department, desk -> desk.call(operation, message, sending));
    }

    /**
     * Tries the way to a department, enabled or not, and where it is wished one look-up with a sample's request.
     *
     * @param lookUp whether the department is really asked something
     */
    public List<Probed> probe(Department department, boolean lookUp) {
        var steps = new ArrayList<>(Probe.of(department));
        if (lookUp && steps.stream().allMatch(Probed::well)) {
            LookUp.of(department).ifPresent(one -> steps.add(lookUp(department, one)));
        }
        return steps;
    }

    private Probed lookUp(Department department, LookUp one) {
        var begin = System.nanoTime();
        var key = new EffectKey(UUID.randomUUID());
        var correlation = UUID.randomUUID().toString().replace("-", "");
        var context = new MappingContext(key, 1, surroundings.clock().instant(), "");
        var sending = Sending.waiting(key, correlation, one.request(), department.timeoutOf(one.operation()));
        var reply = desks.at(department, desk -> switch (desk.map(one.operation(), one.request(), context)) {
            case Mapped.Unmappable why -> new DepartmentReply.Uncertain(why.reason());
            case Mapped.Message message -> desk.call(one.operation(), message, sending);
        });
        boolean answered = reply instanceof DepartmentReply.Answered || reply instanceof DepartmentReply.Refused;
        var kind = reply.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        var ms = Duration.ofNanos(System.nanoTime() - begin).toMillis();
        return new Probed("look-up", answered, one.operation().id() + ": " + kind, ms);
    }

    /** As {@link #call}, with what was said and heard. */
    public Exchanged exchange(Department department, Operation operation, Mapped.Message message, Sending sending) {
        var tape = new Tape();
        var at = surroundings.clock().instant();
        long begin = System.nanoTime();
        var reply = tape.during(() -> call(department, operation, message, sending));
        return new Exchanged(reply, at, Duration.ofNanos(System.nanoTime() - begin), tape);
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
        return desks.at(department, desk -> desk.read(operation, request, headers, body));
    }

    /** Takes the answers that come by queue and that no inquiry waits for; until then they stay in their queues. */
    public void onQueueReply(QueueReplyListener listener) {
        desks.repliesTo(listener);
    }

    /** Takes the answers that come as files; until then they stay in their folders. */
    public void onFileReply(FileReplyListener listener) {
        desks.filesTo(listener);
    }

    /** Takes what departments tell unasked; until then it stays in the durable subscription. */
    public void onEvent(DepartmentEventListener listener) {
        desks.eventsTo(listener);
    }

    /**
     * Everything that is wrong with the departments' folders: mappings that do not compile, samples that do not hold or break the
     * contract.
     *
     * @param root of the configuration tree
     */
    public static List<Diagnostic> check(Path root, Collection<Department> departments) {
        return departments.parallelStream()
                .flatMap(department -> FolderCheck.of(root, department).stream())
                .toList();
    }

    @Override
    public void close() {
        desks.close();
    }
}
