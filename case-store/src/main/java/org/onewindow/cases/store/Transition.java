package org.onewindow.cases.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.CaseEvent;
import org.onewindow.cases.CaseEvent.OutcomeArrived;
import org.onewindow.cases.CaseEvent.TaskSettled;
import org.onewindow.cases.CaseJson;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.cases.Command.CloseTasks;
import org.onewindow.cases.Command.OpenTask;
import org.onewindow.cases.Decision;
import org.onewindow.cases.Purpose;
import org.onewindow.cases.StepSnapshot;
import org.onewindow.cases.StepState;
import org.onewindow.cases.messages.Exchange;
import org.onewindow.config.Matter;

/** Writes a decision: everything that changed in one statement. */
final class Transition {

    private final CaseRow before;
    private final CaseEvent event;
    private final Decision decision;

    Transition(CaseRow before, CaseEvent event, Decision decision) {
        this.before = before;
        this.event = event;
        this.decision = decision;
    }

    /** Whether there is anything to write. */
    boolean changes() {
        return decision.accepted()
                && (!decision.trace().isEmpty()
                        || !decision.next().equals(before.snapshot())
                        || !Objects.equals(decision.alarm(), before.alarm())
                        || !AttemptLog.rows(before.snapshot(), event, decision.next())
                                .isEmpty());
    }

    /**
     * Writes it.
     *
     * @param leasing what a lease brings with it
     * @param exchange what was said to a department and heard of it
     * @return the case in its new version
     */
    CaseSnapshot write(Connection connection, @Nullable Leasing leasing, @Nullable Exchange exchange)
            throws SQLException {
        var next = decision.next();
        var was = before.snapshot();
        var events = decision.trace().stream().map(before.chain()::add).toList();
        var steps = changedSteps(leasing);
        var gone = goneSteps();
        var calls = AttemptLog.rows(was, event, next);
        var opened = opened();
        var bytes = leasing == null ? null : leasing.message().bytes();
        var sha256 = bytes == null ? null : sha256(bytes);
        int moved = new WriteParts(
                        next.state().code(),
                        decision.alarm(),
                        next.finishedAt(),
                        next.state().isOpen(),
                        next.limits().provisional() && next.state().isOpen(),
                        before.moved() ? before.configuration().revision() : null,
                        next.request().equals(was.request()) ? null : CaseJson.write(next.request()),
                        CaseJson.write(next.progress()),
                        before.chain().count(),
                        before.chain().head(),
                        was.number().text(),
                        was.version())
                .andIf(!steps.isEmpty(), WriteParts.STEPS, CaseJson.write(steps))
                .andIf(gone.length > 0, WriteParts.GONE, (Object) gone)
                .andIf(!events.isEmpty(), WriteParts.EVENTS, CaseJson.write(events))
                .andIf(
                        bytes != null,
                        WriteParts.SENT,
                        bytes,
                        sha256,
                        bytes == null ? null : CaseJson.write(List.of(messageRow())))
                .andIf(!calls.isEmpty(), WriteParts.CALLS, sha256, CaseJson.write(calls))
                .andIf(
                        exchange != null,
                        WriteParts.SAID,
                        exchange == null ? null : exchange.sealed(),
                        exchange == null ? null : CaseJson.write(List.of(ExchangeRows.row(was, event, exchange))))
                .andIf(
                        closesAny(),
                        WriteParts.CLOSED,
                        event.at(),
                        closesAll(),
                        closed(),
                        event instanceof TaskSettled settled ? settled.kind() : null,
                        event instanceof TaskSettled settled && settled.stepKey() != null ? settled.stepKey() : "")
                .andIf(!opened.isEmpty(), WriteParts.OPENED, CaseJson.write(opened))
                .write(connection);
        if (moved != 1) {
            throw new IllegalStateException("case " + was.number() + " was changed without its lock");
        }
        return next.inVersion(was.version() + 1);
    }

    private List<Map<String, Object>> changedSteps(@Nullable Leasing leasing) {
        var rows = new ArrayList<Map<String, Object>>();
        decision.next().steps().forEach((key, step) -> {
            if (!step.equals(before.snapshot().steps().get(key))) {
                var row = row(decision.next().matter(), step);
                put(row, "incarnation", incarnation(leasing, key));
                rows.add(row);
            }
        });
        return rows;
    }

    private @Nullable String incarnation(@Nullable Leasing leasing, String key) {
        return leasing != null
                        && leasing.incarnation() != null
                        && event instanceof CaseEvent.Leased leased
                        && leased.stepKey().equals(key)
                ? leasing.incarnation().toString()
                : null;
    }

    /** A step as its row: its own columns are what it is found by. */
    static Map<String, Object> row(Matter matter, StepSnapshot step) {
        var row = new TreeMap<String, Object>();
        row.put("key", step.key());
        row.put("step", step.step());
        row.put("state", step.state().code());
        row.put("purpose", step.purpose().code());
        row.put("body", step);
        var spec = matter.step(step.step());
        put(row, "department", departmentOf(spec));
        put(row, "undo_department", spec.undo() instanceof Matter.Undo.Call undo ? undo.department() : null);
        put(row, "correlation", step.state() == StepState.PLANNED ? null : step.correlation());
        boolean undoBegun =
                step.calls().about() == Purpose.UNDO || step.calls().acts().containsKey(Purpose.UNDO);
        put(row, "undo_correlation", undoBegun ? step.undoCorrelation() : null);
        put(row, "next_at", step.nextAt() == null ? null : step.nextAt().toString());
        var hold = step.hold();
        if (hold != null) {
            row.put("held_department", hold.department());
            put(row, "held_event", hold.event());
            put(row, "held_subject", hold.subject());
        }
        return row;
    }

    private static void put(Map<String, Object> row, String column, @Nullable Object value) {
        if (value != null) {
            row.put(column, value);
        }
    }

    private static @Nullable String departmentOf(Matter.Step spec) {
        return switch (spec.work()) {
            case Matter.Work.Call call -> call.department();
            case Matter.Work.Payment payment -> payment.department();
            case Matter.Work.Confirmation _ -> null;
        };
    }

    private String[] goneSteps() {
        return before.snapshot().steps().keySet().stream()
                .filter(key -> !decision.next().steps().containsKey(key))
                .toArray(String[]::new);
    }

    private boolean closesAny() {
        return event instanceof TaskSettled || decision.commands().stream().anyMatch(CloseTasks.class::isInstance);
    }

    private boolean closesAll() {
        return decision.commands().stream()
                .anyMatch(command -> command instanceof CloseTasks closing && closing.stepKey() == null);
    }

    private String[] closed() {
        return decision.commands().stream()
                .filter(CloseTasks.class::isInstance)
                .map(CloseTasks.class::cast)
                .map(CloseTasks::stepKey)
                .filter(Objects::nonNull)
                .toArray(String[]::new);
    }

    private List<Map<String, Object>> opened() {
        var rows = new ArrayList<Map<String, Object>>();
        for (var command : decision.commands()) {
            if (command instanceof OpenTask task) {
                rows.add(taskRow(task, event.at()));
            }
        }
        return rows;
    }

    private static Map<String, Object> taskRow(OpenTask task, Instant at) {
        var row = new TreeMap<String, Object>();
        row.put("kind", task.kind());
        row.put("why", task.why());
        row.put("opened_at", at.toString());
        put(row, "step_key", task.stepKey());
        return row;
    }

    /** The message of a lease is kept for all retries: the first one stays. */
    private Map<String, Object> messageRow() {
        if (!(event instanceof CaseEvent.Leased leased)) {
            throw new IllegalArgumentException("a message is stored with its lease only");
        }
        var step = Objects.requireNonNull(decision.next().steps().get(leased.stepKey()), "the leased step");
        return Map.of(
                "key", step.key(),
                "about", step.calls().about().code(),
                "revision", step.act().revision(),
                "stored_at", event.at().toString());
    }

    /**
     * Remembers an outcome.
     *
     * @return whether it is new
     */
    static boolean isNew(Connection connection, CaseSnapshot snapshot, OutcomeArrived outcome) throws SQLException {
        return Rows.update(
                        connection,
                        "insert into reply_seen (number, key, department, reply_id, at) values (?, ?, ?, ?, ?) "
                                + "on conflict do nothing",
                        snapshot.number().text(),
                        outcome.stepKey(),
                        outcome.department(),
                        outcome.replyId(),
                        outcome.at())
                == 1;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
