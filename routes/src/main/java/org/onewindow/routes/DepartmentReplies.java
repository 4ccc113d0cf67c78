package org.onewindow.routes;

import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.onewindow.cases.CaseEvent;
import org.onewindow.cases.CaseEvent.OutcomeArrived.Source;
import org.onewindow.cases.Purpose;
import org.onewindow.cases.StepReference;
import org.onewindow.cases.store.Cases;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.connectors.Connectors;
import org.onewindow.connectors.Inbound;
import org.onewindow.connectors.QueueReplyListener;
import org.onewindow.connectors.ReplyRead;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers that come by themselves, by callback, queue or file (Return Address, Correlation Identifier).
 *
 * <p>The correlation finds the step and authorises nothing: who calls back proves who they are as their descriptor says. Whatever is
 * answered with {@link Taken#TAKEN} is committed; repeated and stale answers are taken too, and change nothing.
 */
public final class DepartmentReplies {

    private static final Logger LOG = LoggerFactory.getLogger(DepartmentReplies.class);

    private static final String FILE_NAME = "file-name";
    /** A correlation that the hub made. */
    private static final Pattern OWN = Pattern.compile("[0-9a-f]{32}");

    private final Supplier<ConfigurationTree> tree;
    private final Cases cases;
    private final CaseDesk desk;
    private final Connectors connectors;
    private final Exchanges exchanges;
    private final Clock clock;

    DepartmentReplies(
            Supplier<ConfigurationTree> tree,
            Cases cases,
            CaseDesk desk,
            Connectors connectors,
            Exchanges exchanges,
            Clock clock) {
        this.tree = tree;
        this.cases = cases;
        this.desk = desk;
        this.connectors = connectors;
        this.exchanges = exchanges;
        this.clock = clock;
    }

    /** What became of an answer. */
    public enum Taken {
        TAKEN,
        /** Its sender did not prove to be the department. */
        FORGED,
        /** No step waits under this correlation. */
        UNKNOWN
    }

    /** A department's callback. */
    public Taken receive(
            String departmentId,
            String correlation,
            String method,
            String path,
            Map<String, String> headers,
            byte[] body) {
        var department = tree.get().departments().get(departmentId);
        if (department == null) {
            return Taken.UNKNOWN;
        }
        return switch (connectors.callback(department, method, path, headers, body)) {
            case Inbound.Forged(String reason) -> {
                LOG.warn("callback of {} refused: {}", departmentId, reason);
                yield Taken.FORGED;
            }
            case Inbound.Authentic _ -> tell(departmentId, correlation, Source.CALLBACK, headers, body, "");
        };
    }

    /**
     * An answer from a department's queue; the broker has authenticated its sender. One that no step waits for is kept as a message
     * without a case, for a person to look at: the step that it was meant for comes into doubt when its time is over.
     *
     * @param correlation or the number that it was expected to bear
     */
    void fromQueue(String departmentId, String correlation, Map<String, String> headers, byte[] body) {
        if (tell(departmentId, correlation, Source.QUEUE, headers, body, correlation) == Taken.UNKNOWN) {
            LOG.warn("{} answered by queue what no step waits for: kept as a message without a case", departmentId);
            exchanges.unmatched(
                    departmentId,
                    tree.get().departments().get(departmentId),
                    clock.instant(),
                    headers.get(QueueReplyListener.UNREADABLE),
                    body);
        }
    }

    /**
     * An answer from a department's folder; who may write there has authenticated its sender.
     *
     * @return whether it is committed; otherwise no step of ours has this correlation
     */
    boolean fromFile(String departmentId, String correlation, String name, byte[] body) {
        return tell(departmentId, correlation, Source.FILE, Map.of(FILE_NAME, name), body, name) == Taken.TAKEN;
    }

    /** Something a department tells unasked: every case that was held for it goes on. */
    void fromTopic(String department, String event, String subject) {
        cases.heldFor(department, event, subject)
                .forEach(number ->
                        desk.tell(number, new CaseEvent.Released(clock.instant(), department, event, subject)));
    }

    /**
     * The answer is read by the revision that the case goes by, whatever serves now.
     *
     * @param answering which sending or which file of the act it is
     */
    private Taken tell(
            String departmentId,
            String correlation,
            Source source,
            Map<String, String> headers,
            byte[] body,
            String answering) {
        var waiting = cases.byCorrelation(departmentId, correlation);
        if (waiting.isEmpty()) {
            return Taken.UNKNOWN;
        }
        var step = waiting.get();
        var at = clock.instant();
        var read = connectors.read(step.department(), step.operation(), step.request(), headers, body);
        desk.tell(
                step.number(),
                new CaseEvent.OutcomeArrived(
                        clock.instant(),
                        step.stepKey(),
                        step.about(),
                        read.reply(),
                        departmentId,
                        replyId(step, answering, read),
                        read.sequence(),
                        source),
                exchanges.arrived(step, at, body, read.reply()));
        return Taken.TAKEN;
    }

    /**
     * The same again says nothing new; but the same bytes do that answer another file, another sending whose answer bears its message's
     * id, or the undoing instead of the act. Answers under the act's own correlation cannot be told apart by the try they answer: a
     * double of "not now" must never let the next try be taken for one that did nothing.
     */
    private static String replyId(StepReference step, String answering, ReplyRead read) {
        var act = step.about() == Purpose.ACT ? "" : step.about().code() + ":";
        return act + (answering.isEmpty() || OWN.matcher(answering).matches() ? "" : answering + ":") + read.replyId();
    }
}
