package org.onewindow.cases.store;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.ServiceRequest;
import org.onewindow.cases.CaseEvent;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.cases.Decision;
import org.onewindow.cases.IdentityHash;
import org.onewindow.cases.PlannedCall;
import org.onewindow.cases.StepReference;
import org.onewindow.cases.TraceEntry;
import org.onewindow.config.ConfigurationTree;

/**
 * The cases of the hub; one for an application, safe for many threads.
 *
 * <p>Every method may end in {@link StoreAway}.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class Cases {

    /**
     * Over this database.
     *
     * @param tree the configuration as it stands now
     * @param parts do their part of each decision in its transaction
     */
    public Cases(
            DataSource dataSource,
            Clock clock,
            Supplier<ConfigurationTree> tree,
            IdentityHash identityHash,
            List<InTransaction> parts) {
        throw new UnsupportedOperationException("" + dataSource + clock + parts);
    }

    /** Opens a case: the case, its first event and the submission in one transaction. */
    public Submitted open(Submission submission, ServiceRequest request) {
        throw new UnsupportedOperationException("" + submission + request);
    }

    /** Decides on an event and stores what comes of it; the commands are for the caller to carry out. */
    public Decision apply(CaseNumber number, CaseEvent event) {
        return apply(number, event, null);
    }

    /** As {@link #apply(CaseNumber, CaseEvent)}; a {@link CaseEvent.Leased} stores the message with the lease. */
    public Decision apply(CaseNumber number, CaseEvent event, @Nullable StoredMessage message) {
        throw new UnsupportedOperationException("" + number + event + message);
    }

    public Optional<CaseSnapshot> find(CaseNumber number) {
        throw new UnsupportedOperationException("" + number);
    }

    /** The call that a step needs now; empty where it needs none. */
    public Optional<PlannedCall> callOf(CaseNumber number, String stepKey) {
        throw new UnsupportedOperationException(number + stepKey);
    }

    /** The act that a correlation stands for; one of another department is none. */
    public Optional<StepReference> byCorrelation(String department, String correlation) {
        throw new UnsupportedOperationException(department + correlation);
    }

    /** The message of the act that this call serves, where it was leased before. */
    public Optional<StoredMessage> message(PlannedCall call) {
        throw new UnsupportedOperationException("" + call);
    }

    /**
     * The cases of a person, as applicant or party, newest first.
     *
     * @param idHash by {@link IdentityHash}
     * @param after the last one of the page before; null: the first page
     */
    public List<CaseNumber> ofSubject(String idHash, int limit, @Nullable CaseNumber after) {
        throw new UnsupportedOperationException(idHash + limit + after);
    }

    /** Whether the person applies or takes part in this case. */
    public boolean concerns(CaseNumber number, String idHash) {
        throw new UnsupportedOperationException(number + idHash);
    }

    /** The trace, oldest first. */
    public List<TraceEntry> trace(CaseNumber number) {
        throw new UnsupportedOperationException("" + number);
    }

    /** The calls, oldest first. */
    public List<AttemptRow> attempts(CaseNumber number) {
        throw new UnsupportedOperationException("" + number);
    }

    /** Every case that came in at or after this time, oldest first, one JSON object each: case, steps, attempts, effect keys, trace references. */
    public void export(Instant from, Consumer<String> line) {
        throw new UnsupportedOperationException("" + from + line);
    }

    /**
     * Rings the alarms that are due, at most so many.
     *
     * @return how many rang
     */
    public int sweep(int max, BiConsumer<CaseNumber, Decision> rang) {
        throw new UnsupportedOperationException("" + max + rang);
    }

    /** Operator tasks that are open, oldest first. */
    public List<Task> openTasks(int limit) {
        throw new UnsupportedOperationException("" + limit);
    }

    /** All operator tasks of a case. */
    public List<Task> tasks(CaseNumber number) {
        throw new UnsupportedOperationException("" + number);
    }

    public Optional<Task> task(long id) {
        throw new UnsupportedOperationException("" + id);
    }

    /** The open cases with a step that waits for this event. */
    public List<CaseNumber> heldFor(String department, String event, String subject) {
        throw new UnsupportedOperationException(department + event + subject);
    }

    /** Where the hash chain of the traces is broken; empty: nothing was changed or taken away. */
    public List<String> verifyTrace() {
        throw new UnsupportedOperationException();
    }
}
