package org.onewindow.connectors;

import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.DepartmentReply;
import org.onewindow.canonical.DepartmentRequest;
import org.onewindow.config.Department;
import org.onewindow.config.Effect;
import org.onewindow.config.ExpressionFailed;
import org.onewindow.config.Operation;
import org.onewindow.config.Secrets.MissingSecret;
import org.onewindow.connectors.http.HttpClients;
import org.onewindow.connectors.http.HttpVerdict;
import org.onewindow.connectors.http.Sha256;
import org.onewindow.connectors.line.Departure;
import org.onewindow.connectors.line.Heard;
import org.onewindow.connectors.line.Line;
import org.onewindow.connectors.mapping.Asked;
import org.onewindow.connectors.mapping.Draft;
import org.onewindow.connectors.mapping.Holes;
import org.onewindow.connectors.mapping.Mapping;
import org.onewindow.connectors.mapping.MappingFailed;
import org.onewindow.connectors.mapping.SealedReply;
import org.onewindow.connectors.mapping.Told;

/** One revision of a department as the hub sees it: its compiled mappings, its line and its breaker. */
final class DepartmentDesk {

    private final Department department;
    private final Map<String, Mapping> mappings;
    private final Line line;
    private final Clock clock;
    private final Breaker breaker;
    private final CallWatch watch;

    /**
     * The desk of one department.
     *
     * @param mappings by file name without ending, such as {@code title.request}
     */
    DepartmentDesk(
            Department department,
            Map<String, Mapping> mappings,
            Line line,
            Breaker breaker,
            CallWatch watch,
            Clock clock) {
        this.department = department;
        this.mappings = Map.copyOf(mappings);
        this.line = line;
        this.clock = clock;
        this.breaker = breaker;
        this.watch = watch;
    }

    Line line() {
        return line;
    }

    Department department() {
        return department;
    }

    Breaker breaker() {
        return breaker;
    }

    Mapped map(Operation operation, DepartmentRequest request, MappingContext context) {
        var holes = Holes.fresh();
        try {
            var content = mapping(operation.id() + ".request")
                    .request(department, operation, new Asked(request, context, holes));
            var draft = new Draft(holes, content);
            var objection = line.objection(operation, draft);
            return objection.isPresent() ? objection.get() : new Mapped.Message(draft.bytes());
        } catch (MappingFailed failure) {
            return new Mapped.Unmappable("mapping-failed", String.valueOf(failure.getMessage()), true);
        }
    }

    DepartmentReply call(Operation operation, Mapped.Message message, Sending sending) {
        return watch.around(operation, () -> send(operation, message, sending));
    }

    private DepartmentReply send(Operation operation, Mapped.Message message, Sending sending) {
        var closed = ServiceHours.untilOpening(department.limits().hours(), clock);
        if (closed.isPresent()) {
            return new DepartmentReply.Unavailable("closed", closed.get());
        }
        var draft = Draft.of(message.bytes());
        try {
            return switch (breaker.around(() -> Departure.under(
                    sending.stillOurs(), () -> ScopedValue.where(HttpClients.READING, operation.effect() == Effect.READ)
                            .call(() -> line.send(operation, draft, sending))))) {
                case Heard.NoAnswer nothing -> nothing.reply();
                case Heard.Answer answer -> reply(operation, answer, sending.request());
            };
        } catch (MissingSecret | ExpressionFailed beforeSending) {
            return new DepartmentReply.Unavailable("the hub is not set up: " + beforeSending.getMessage(), null);
        }
    }

    private DepartmentReply reply(Operation operation, Heard.Answer answer, DepartmentRequest request) {
        var otherwise = answer.otherwise();
        try {
            var told = new Told(answer.status(), answer.headers(), answer.content(), request);
            var mapped = named(sealed(operation, told).reply(), answer.headers());
            return otherwise == null || mapped instanceof DepartmentReply.Unavailable
                    ? patient(mapped, otherwise)
                    : otherwise;
        } catch (MappingFailed failure) {
            return otherwise == null ? new DepartmentReply.Uncertain(String.valueOf(failure.getMessage())) : otherwise;
        }
    }

    /** Of what is under way, too: the department is asked again when it says, not when the hub thinks. */
    private DepartmentReply named(DepartmentReply mapped, Map<String, String> headers) {
        return mapped instanceof DepartmentReply.Pending(var facts, var askAgainAfter) && askAgainAfter == null
                ? new DepartmentReply.Pending(facts, HttpVerdict.retryAfter(headers, clock))
                : mapped;
    }

    /** Where the mapping does not tell when to come back, the answer's own header does. */
    private static DepartmentReply patient(DepartmentReply mapped, @Nullable DepartmentReply otherwise) {
        return mapped instanceof DepartmentReply.Unavailable(var cause, var retryAfter)
                        && retryAfter == null
                        && otherwise instanceof DepartmentReply.Unavailable told
                ? new DepartmentReply.Unavailable(cause, told.retryAfter())
                : mapped;
    }

    private SealedReply sealed(Operation operation, Told told) {
        return SealedReply.of(mapping(operation.id() + ".reply").reply(department, operation, told));
    }

    ReplyRead read(Operation operation, DepartmentRequest request, Map<String, String> headers, byte[] body) {
        var unreadable = headers.get(QueueReplyListener.UNREADABLE);
        if (unreadable != null) {
            return new ReplyRead(
                    new DepartmentReply.Refused(
                            "unreadable", "该部门无法读取申请内容 / the department could not read the request: " + unreadable),
                    Sha256.hex(body),
                    null);
        }
        try {
            var told = new Told(200, headersFor(headers), line.parse(body), request);
            var sealed = sealed(operation, told);
            var replyId = sealed.replyId();
            return new ReplyRead(sealed.reply(), replyId == null ? Sha256.hex(body) : replyId, sealed.sequence());
        } catch (MappingFailed failure) {
            return new ReplyRead(
                    new DepartmentReply.Uncertain(String.valueOf(failure.getMessage())), Sha256.hex(body), null);
        } catch (IOException garbage) {
            return new ReplyRead(
                    new DepartmentReply.Uncertain("an answer that cannot be read"), Sha256.hex(body), null);
        }
    }

    /** HTTP headers are found by their lower-case names, JMS properties by their own. */
    private Map<String, String> headersFor(Map<String, String> headers) {
        return department.endpoint() instanceof Department.Endpoint.Jms ? headers : lowerCase(headers);
    }

    static Map<String, String> lowerCase(Map<String, String> headers) {
        var lower = new HashMap<String, String>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        return lower;
    }

    /** Event and subject of something the department tells unasked; {@link MappingFailed} where it is not readable. */
    List<String> event(byte[] body) {
        try {
            var event = new LinkedHashMap<>(mapping("events").event(department, line.parse(body)));
            if (event.get("event") instanceof String kind && event.get("subject") instanceof String subject) {
                return List.of(kind, subject);
            }
            throw new MappingFailed("an event mapping yields event and subject");
        } catch (IOException garbage) {
            throw new MappingFailed("an event that cannot be read");
        }
    }

    private Mapping mapping(String name) {
        var mapping = mappings.get(name);
        if (mapping == null) {
            throw new IllegalArgumentException("department " + department.id() + " has no mapping " + name);
        }
        return mapping;
    }
}
