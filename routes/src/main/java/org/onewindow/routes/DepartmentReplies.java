package org.onewindow.routes;

import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import org.onewindow.cases.CaseEvent;
import org.onewindow.cases.CaseEvent.OutcomeArrived.Source;
import org.onewindow.cases.store.Cases;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.connectors.Connectors;
import org.onewindow.connectors.Inbound;
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
            case Inbound.Authentic _ -> tell(departmentId, correlation, Source.CALLBACK, headers, body);
        };
    }

    /** An answer from a department's queue; the broker has authenticated its sender. */
    void fromQueue(String departmentId, String correlation, Map<String, String> headers, byte[] body) {
        if (tell(departmentId, correlation, Source.QUEUE, headers, body) == Taken.UNKNOWN) {
            LOG.warn("{} answered under a correlation that no step of ours waits for", departmentId);
        }
    }

    /**
     * An answer from a department's folder; who may write there has authenticated its sender.
     *
     * @return whether it is committed; otherwise no step of ours has this correlation
     */
    boolean fromFile(String departmentId, String correlation, String name, byte[] body) {
        return tell(departmentId, correlation, Source.FILE, Map.of(FILE_NAME, name), body) == Taken.TAKEN;
    }

    /** Something a department tells unasked: every case that was held for it goes on. */
    void fromTopic(String department, String event, String subject) {
        cases.heldFor(department, event, subject)
                .forEach(number ->
                        desk.tell(number, new CaseEvent.Released(clock.instant(), department, event, subject)));
    }

    /** The answer is read by the revision that the case goes by, whatever serves now. */
    private Taken tell(
            String departmentId, String correlation, Source source, Map<String, String> headers, byte[] body) {
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
                        replyId(read, source, headers),
                        read.sequence(),
                        source),
                exchanges.arrived(step, at, body, read.reply()));
        return Taken.TAKEN;
    }

    /** Two files may say the same of two things, such as that something is missing still; the same file again says nothing new. */
    private static String replyId(ReplyRead read, Source source, Map<String, String> headers) {
        return source == Source.FILE ? headers.get(FILE_NAME) + ":" + read.replyId() : read.replyId();
    }
}
