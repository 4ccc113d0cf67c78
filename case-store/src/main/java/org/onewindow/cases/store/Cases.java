package org.onewindow.cases.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.MaterialReference;
import org.onewindow.canonical.ServiceRequest;
import org.onewindow.cases.CaseEvent;
import org.onewindow.cases.CaseEvent.AlarmRang;
import org.onewindow.cases.CaseEvent.Leased;
import org.onewindow.cases.CaseEvent.NodesLost;
import org.onewindow.cases.CaseEvent.OutcomeArrived;
import org.onewindow.cases.CaseEvent.TaskSettled;
import org.onewindow.cases.CaseMachine;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.cases.Decision;
import org.onewindow.cases.IdentityHash;
import org.onewindow.cases.PlannedCall;
import org.onewindow.cases.RetryStops;
import org.onewindow.cases.StepReference;
import org.onewindow.cases.TraceEntry;
import org.onewindow.cases.messages.Exchange;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.config.Serving;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The cases of the hub; one for an application, safe for many threads.
 *
 * <p>Every method may end in {@link StoreAway}. A case goes by the configuration it began on, whatever serves
 * meanwhile; only the calendar is always the newest.
 */
public final class Cases {

    private static final Logger LOG = LoggerFactory.getLogger(Cases.class);
    private static final Duration LEAVE_ALONE = Duration.ofMinutes(5);

    private final Transactions transactions;
    private final Clock clock;
    private final Serving serving;
    private final IdentityHash identityHash;
    private final List<InTransaction> parts;
    private final Supplier<RetryStops> stops;
    private final Openings openings;

    /**
     * Over this database.
     *
     * @param serving the configuration as it stands now, and as it stood when a case began
     * @param parts do their part of each decision in its transaction
     * @param stops the stop switch of retries as it stands now
     */
    public Cases(
            DataSource dataSource,
            Clock clock,
            Serving serving,
            IdentityHash identityHash,
            List<InTransaction> parts,
            Supplier<RetryStops> stops) {
        this.transactions = new Transactions(dataSource);
        this.clock = clock;
        this.serving = serving;
        this.identityHash = identityHash;
        this.parts = List.copyOf(parts);
        this.stops = stops;
        this.openings = new Openings(transactions, this.parts);
    }

    /** As {@link #open(Submission, ServiceRequest, ConfigurationTree)}, by what serves now. */
    public Submitted open(Submission submission, ServiceRequest request) {
        return open(submission, request, serving.get());
    }

    /**
     * Opens a case: the case, its first event and the submission in one transaction, with those that come in at the same moment.
     *
     * @param tree the configuration that the request was checked against, and that the case goes by from now on
     */
    public Submitted open(Submission submission, ServiceRequest request, ConfigurationTree tree) {
        var matter = tree.matters().get(request.matter());
        if (matter == null) {
            throw new IllegalArgumentException("no matter " + request.matter() + " in the configuration");
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var number = CaseNumber.on(now.atZone(CaseMachine.BEIJING).toLocalDate());
        var decision = Beginning.of(machine(tree), number, matter, request, submission.subject(), now);
        var openKey = Beginning.openKey(matter, request, identityHash);
        return openings.add(Opening.of(submission, decision, tree.revision(), openKey, identityHash));
    }

    /** What the key of a submission stands for already, which is not opened by this; empty: nothing. */
    public Optional<Submitted> seen(Submission submission) {
        return openings.seen(submission);
    }

    /** Decides on an event and stores what comes of it; the commands are for the caller to carry out. */
    public Decision apply(CaseNumber number, CaseEvent event) {
        return apply(number, event, null, null, List.of());
    }

    /**
     * As {@link #apply(CaseNumber, CaseEvent)}.
     *
     * @param exchange what was said and heard, which the same statement keeps; null: nothing was
     * @param found what the stores have of what the event says is wanted
     */
    public Decision apply(
            CaseNumber number, CaseEvent event, @Nullable Exchange exchange, List<MaterialReference> found) {
        return apply(number, event, null, exchange, found);
    }

    /** As {@link #apply(CaseNumber, CaseEvent, Exchange, List)}, and this part of its own in the transaction of a decision that counts. */
    public Decision apply(CaseNumber number, CaseEvent event, List<MaterialReference> found, InTransaction part) {
        return transactions.write(connection -> {
            var decision = apply(connection, locked(connection, number), event, null, null, found);
            if (decision.accepted()) {
                part.carryOut(connection, decision.next(), decision.commands());
            }
            return decision;
        });
    }

    /** As {@link #apply(CaseNumber, CaseEvent)}; a {@link Leased} stores the message with the lease. */
    public Decision apply(CaseNumber number, CaseEvent event, StoredMessage message) {
        return apply(number, event, new Leasing(message, null), null, List.of());
    }

    /** Leases an act to this incarnation of a node, and stores its message with the lease. */
    public Decision lease(CaseNumber number, Leased lease, StoredMessage message, UUID incarnation) {
        return apply(number, lease, new Leasing(message, incarnation), null, List.of());
    }

    private Decision apply(
            CaseNumber number,
            CaseEvent event,
            @Nullable Leasing leasing,
            @Nullable Exchange exchange,
            List<MaterialReference> found) {
        return transactions.write(
                connection -> apply(connection, locked(connection, number), event, leasing, exchange, found));
    }

    private CaseRow locked(Connection connection, CaseNumber number) throws SQLException {
        return CaseRow.lock(connection, number, serving)
                .orElseThrow(() -> new IllegalArgumentException("there is no case " + number));
    }

    private Decision apply(
            Connection connection,
            CaseRow locked,
            CaseEvent event,
            @Nullable Leasing leasing,
            @Nullable Exchange exchange,
            List<MaterialReference> found)
            throws SQLException {
        var row = Mending.of(locked, event, serving.get());
        if (event instanceof OutcomeArrived outcome && !Transition.isNew(connection, row.snapshot(), outcome)) {
            return new Decision(row.snapshot(), List.of(), List.of(), row.alarm(), true, null);
        }
        var decided = machine(row.configuration()).decide(row.snapshot(), event, found);
        var decision = row.moved() ? Mending.told(decided, row.configuration().revision()) : decided;
        var transition = new Transition(row, event, decision);
        if (!transition.changes()) {
            if (exchange != null) {
                ExchangeRows.insert(connection, row.snapshot(), event, exchange);
            }
            return decision;
        }
        var stored = transition.write(connection, leasing, exchange);
        carryOut(connection, stored, decision);
        return new Decision(stored, decision.trace(), decision.commands(), decision.alarm(), true, null);
    }

    private void carryOut(Connection connection, CaseSnapshot decided, Decision decision) throws SQLException {
        if (!decision.commands().isEmpty()) {
            for (var part : parts) {
                part.carryOut(connection, decided, decision.commands());
            }
        }
    }

    public Optional<CaseSnapshot> find(CaseNumber number) {
        return row(number).map(CaseRow::snapshot);
    }

    private Optional<CaseRow> row(CaseNumber number) {
        return transactions.read(connection -> CaseRow.find(connection, number, serving));
    }

    /** The call that a step needs now; empty where it needs none. */
    public Optional<PlannedCall> callOf(CaseNumber number, String stepKey) {
        return row(number)
                .flatMap(row -> machine(row.configuration()).callOf(row.snapshot(), stepKey, clock.instant()));
    }

    /** The act that a correlation stands for, or a number that was expected; one of another department is none. */
    public Optional<StepReference> byCorrelation(String department, String correlation) {
        return transactions
                .read(connection -> CaseIndex.byCorrelation(connection, department, correlation))
                .flatMap(found -> row(found.number()).flatMap(row -> machine(row.configuration())
                        .referenceOf(row.snapshot(), found.key(), found.about())));
    }

    /** The message of the act that this call serves, where it was leased before. */
    public Optional<StoredMessage> message(PlannedCall call) {
        return transactions.read(connection -> Rows.first(
                connection,
                "select bytes from message where number = ? and key = ? and about = ? and revision = ?",
                row -> new StoredMessage(row.getBytes("bytes")),
                call.number().text(),
                call.stepKey(),
                call.about().code(),
                call.revision()));
    }

    /**
     * The cases of a person, as applicant or party, newest first.
     *
     * @param idHash by {@link IdentityHash}
     * @param after the last one of the page before; null: the first page
     */
    public List<CaseNumber> ofSubject(String idHash, int limit, @Nullable CaseNumber after) {
        return transactions.read(connection -> CaseIndex.ofPerson(connection, idHash, limit, after));
    }

    /**
     * The cases of these people that wait for a supplement, or of which it is being looked for what they lack.
     *
     * @param people what their keyed hashes begin with, in hex
     */
    public List<CaseNumber> lacking(Collection<String> people) {
        return transactions.read(connection -> CaseIndex.lacking(connection, people));
    }

    /** Whether the person applies or takes part in this case. */
    public boolean concerns(CaseNumber number, String idHash) {
        return transactions.read(connection -> CaseIndex.concerns(connection, number, idHash));
    }

    /** The trace, oldest first. */
    public List<TraceEntry> trace(CaseNumber number) {
        return traceAfter(number, 0);
    }

    /** What follows the first so many lines of a trace, oldest first; lines are numbered from 1 without gaps, and so committed. */
    public List<TraceEntry> traceAfter(CaseNumber number, int lines) {
        return transactions.read(connection -> CaseIndex.traceAfter(connection, number, lines));
    }

    /** How many lines the traces of these cases have by now, in one statement; unknown cases are left out. */
    public Map<CaseNumber, Integer> traceLengths(Collection<CaseNumber> numbers) {
        return transactions.read(connection -> CaseIndex.traceLengths(connection, numbers));
    }

    /** The calls, oldest first. */
    public List<AttemptRow> attempts(CaseNumber number) {
        return transactions.read(connection -> AttemptLog.read(connection, number));
    }

    /**
     * Every case that came in at or after this time, oldest first, one JSON object each: case, steps, attempts, effect keys,
     * trace references; no personal data.
     */
    public void export(Instant from, Consumer<String> line) {
        transactions.read(connection -> {
            CaseExport.write(connection, from, line);
            return from;
        });
    }

    /**
     * Rings the alarms that are due, at most so many; several nodes may do so at once.
     *
     * @return how many rang here
     */
    public int sweep(int max, BiConsumer<CaseNumber, Decision> rang) {
        var now = clock.instant();
        var due = transactions.read(connection -> CaseIndex.due(connection, now, max));
        int count = 0;
        for (var number : due) {
            var decision = ring(number, now);
            decision.ifPresent(decided -> rang.accept(number, decided));
            count += decision.isPresent() ? 1 : 0;
        }
        return count;
    }

    /** One case that fails must not keep the alarms of all others from ringing. */
    private Optional<Decision> ring(CaseNumber number, Instant now) {
        try {
            return transactions.write(connection -> {
                var row = CaseRow.lockDue(connection, number, now, serving);
                return row.isEmpty()
                        ? Optional.empty()
                        : Optional.of(apply(connection, row.get(), new AlarmRang(now), null, null, List.of()));
            });
        } catch (StoreAway away) {
            throw away;
        } catch (RuntimeException fault) {
            LOG.error("the alarm of case {} failed; it is left alone for a while", number, fault);
            transactions.write(connection -> {
                Tasks.leaveAlone(connection, number, now.plus(LEAVE_ALONE), now);
                return now;
            });
            return Optional.empty();
        }
    }

    /**
     * Puts the acts in doubt that lost nodes were calling, of at most so many cases; several nodes may do so at once.
     *
     * @param life of this node
     * @return how many cases were taken over here
     */
    public int takeOver(Life life, int max, BiConsumer<CaseNumber, Decision> taken) {
        boolean silenceCounts = life.mayJudge();
        var lost = transactions.read(connection -> LostCalls.cases(connection, silenceCounts, max));
        int count = 0;
        for (var number : lost) {
            var decision = takeOver(number, silenceCounts);
            decision.ifPresent(decided -> taken.accept(number, decided));
            count += decision.isPresent() ? 1 : 0;
        }
        return count;
    }

    /** One case that fails must not keep the others from being taken over; its leases lapse all the same. */
    private Optional<Decision> takeOver(CaseNumber number, boolean silenceCounts) {
        try {
            return transactions.write(connection -> {
                var row = CaseRow.lockFree(connection, number, serving);
                var steps = row.isEmpty() ? Set.<String>of() : LostCalls.steps(connection, number, silenceCounts);
                return steps.isEmpty()
                        ? Optional.empty()
                        : Optional.of(apply(
                                connection, row.get(), new NodesLost(clock.instant(), steps), null, null, List.of()));
            });
        } catch (StoreAway away) {
            throw away;
        } catch (RuntimeException fault) {
            LOG.error("the calls of case {} could not be taken over", number, fault);
            return Optional.empty();
        }
    }

    /** Operator tasks that are open, oldest first. */
    public List<Task> openTasks(int limit) {
        return transactions.read(connection -> Tasks.open(connection, limit));
    }

    /** All operator tasks of a case. */
    public List<Task> tasks(CaseNumber number) {
        return transactions.read(connection -> Tasks.of(connection, number));
    }

    public Optional<Task> task(long id) {
        return transactions.read(connection -> Tasks.byId(connection, id));
    }

    /**
     * Closes a task that is no question to a step; one that is, is refused with {@code resolve-the-step}.
     *
     * @param by the operator's login
     */
    public Decision settle(Task task, String by, String reason) {
        var settled = new TaskSettled(clock.instant(), task.stepKey(), task.kind(), by, reason);
        return apply(task.number(), settled);
    }

    /** The cases with a step that waits for this event. */
    public List<CaseNumber> heldFor(String department, String event, String subject) {
        return transactions.read(connection -> CaseIndex.heldFor(connection, department, event, subject));
    }

    /** The open cases with a due day that a new calendar may move; for {@link CaseEvent.LimitListChanged}. */
    public List<CaseNumber> withProvisionalLimit() {
        return transactions.read(CaseIndex::provisional);
    }

    /** Where the hash chain of the traces is broken; empty: nothing was changed or taken away. */
    public List<String> verifyTrace() {
        return transactions.read(TraceChain::verify);
    }

    private CaseMachine machine(ConfigurationTree tree) {
        var newest = serving.get();
        return new CaseMachine(newest.workingDays(), tree.departments(), newest.licences(), stops.get());
    }
}
