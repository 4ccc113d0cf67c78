package org.onewindow.cases.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.cases.CaseEvent;
import org.onewindow.cases.CaseEvent.AlarmRang;
import org.onewindow.cases.CaseEvent.Leased;
import org.onewindow.cases.CaseEvent.NodesLost;
import org.onewindow.cases.CaseEvent.Replied;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.cases.EffectKeys;
import org.onewindow.cases.Lease;
import org.onewindow.cases.Purpose;
import org.onewindow.cases.StepSnapshot;
import org.onewindow.cases.StepState;
import org.onewindow.cases.messages.ReplyWords;

/** The log of calls: what each event adds to it, and how it reads. */
final class AttemptLog {

    private AttemptLog() {}

    /** What an event that counted adds. */
    static List<Map<String, Object>> rows(CaseSnapshot before, CaseEvent event, CaseSnapshot after) {
        return switch (event) {
            case Leased leased -> List.of(leased(after, leased));
            case Replied replied ->
                before.step(replied.stepKey())
                        .map(step -> List.of(replied(before, step, replied, after)))
                        .orElse(List.of());
            case AlarmRang rang -> lapsed(before, rang.at(), after);
            case NodesLost lost -> lapsed(before, lost.at(), after);
            default -> List.of();
        };
    }

    private static Map<String, Object> leased(CaseSnapshot after, Leased leased) {
        var step = after.steps().get(leased.stepKey());
        if (step == null) {
            throw new IllegalStateException("a lease was accepted for a step that is not there");
        }
        var row = row(step.key(), step.purpose(), leased.attempt(), "leased", leased.node(), leased.at());
        row.put("effect_key", effectKey(after, step, step.purpose()));
        return row;
    }

    private static Map<String, Object> replied(
            CaseSnapshot before, StepSnapshot step, Replied replied, CaseSnapshot after) {
        var phase = isAwaited(step, replied, after) ? "ended" : "late";
        var row = row(step.key(), replied.purpose(), replied.attempt(), phase, replied.node(), replied.at());
        row.put("outcome", ReplyWords.outcome(replied.reply()));
        var cause = ReplyWords.cause(replied.reply());
        if (cause != null) {
            row.put("cause", cause);
        }
        if (step.calls().acts().containsKey(replied.purpose())) {
            row.put("effect_key", effectKey(before, step, replied.purpose()));
        }
        return row;
    }

    private static boolean isAwaited(StepSnapshot step, Replied replied, CaseSnapshot after) {
        if (step.state() == StepState.CALLING) {
            return step.attempts() == replied.attempt() && step.purpose() == replied.purpose();
        }
        var now = after.steps().getOrDefault(step.key(), step);
        return step.attempts() < replied.attempt() && now.attempts() == replied.attempt();
    }

    private static List<Map<String, Object>> lapsed(CaseSnapshot before, Instant at, CaseSnapshot after) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var step : before.steps().values()) {
            Lease lease = step.lease();
            boolean ended = after.steps().getOrDefault(step.key(), step).state() != StepState.CALLING;
            if (step.state() == StepState.CALLING && lease != null && ended) {
                var row = row(step.key(), step.purpose(), step.attempts(), "lapsed", lease.node(), at);
                row.put("outcome", "lapsed");
                row.put("effect_key", effectKey(before, step, step.purpose()));
                rows.add(row);
            }
        }
        return rows;
    }

    private static Map<String, Object> row(
            String key, Purpose purpose, int attempt, String phase, String node, Instant at) {
        var row = new TreeMap<String, Object>();
        row.put("key", key);
        row.put("purpose", purpose.code());
        row.put("attempt", attempt);
        row.put("phase", phase);
        row.put("node", node);
        row.put("at", at.toString());
        return row;
    }

    private static String effectKey(CaseSnapshot snapshot, StepSnapshot step, Purpose about) {
        var act = step.calls().acts().get(about);
        return EffectKeys.of(snapshot.number(), step.key(), about, act == null ? 1 : act.revision())
                .toString();
    }

    /** The calls of a case, oldest first: a lease and its end are one. */
    static List<AttemptRow> read(Connection connection, CaseNumber number) throws SQLException {
        var calls = new LinkedHashMap<String, AttemptRow>();
        Rows.list(connection, "select * from attempt where number = ? order by id", AttemptLog::line, number.text())
                .forEach(line -> {
                    var call = line.stepKey() + "/" + line.purpose() + "/" + line.attempt() + "/" + line.node();
                    calls.merge(call, line, AttemptLog::joined);
                });
        return List.copyOf(calls.values());
    }

    private static AttemptRow line(ResultSet row) throws SQLException {
        var at = Rows.instant(row, "at");
        var sha256 = row.getBytes("sha256");
        return new AttemptRow(
                row.getString("key"),
                Purpose.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT)),
                row.getInt("attempt"),
                row.getString("node"),
                at,
                "leased".equals(row.getString("phase")) ? null : at,
                row.getString("outcome"),
                row.getString("cause"),
                row.getString("effect_key"),
                sha256 == null ? null : HexFormat.of().formatHex(sha256));
    }

    private static AttemptRow joined(AttemptRow begun, AttemptRow ended) {
        return new AttemptRow(
                begun.stepKey(),
                begun.purpose(),
                begun.attempt(),
                begun.node(),
                begun.at(),
                ended.endedAt(),
                ended.outcome(),
                ended.cause(),
                begun.effectKey(),
                begun.sentSha256());
    }
}
