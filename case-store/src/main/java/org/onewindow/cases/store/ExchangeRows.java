package org.onewindow.cases.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.CaseEvent;
import org.onewindow.cases.CaseJson;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.cases.EffectKeys;
import org.onewindow.cases.Purpose;
import org.onewindow.cases.messages.Exchange;
import org.onewindow.cases.messages.ReplyWords;

/** Exchanges as their rows. */
final class ExchangeRows {

    static final String INSERT =
            """
            insert into exchange (number, key, purpose, attempt, inquiry, person, node, department, operation, at, ms, outcome,
                cause, status, reference, effect_key, replay_of, payload)
            select x.number, x.key, x.purpose, x.attempt, x.inquiry, x.person, x.node, x.department, x.operation, x.at, x.ms,
                x.outcome, x.cause, x.status, x.reference, x.effect_key, x.replay_of, ?::bytea
            from jsonb_to_recordset(?::jsonb) as x(number text, key text, purpose text, attempt integer, inquiry text,
                person text, node text, department text, operation text, at timestamptz, ms integer, outcome text, cause text,
                status integer, reference text, effect_key uuid, replay_of bigint)""";

    private ExchangeRows() {}

    /** As part of a case's event. */
    static Map<String, Object> row(CaseSnapshot before, CaseEvent event, Exchange exchange) {
        var row = row(exchange);
        switch (event) {
            case CaseEvent.Replied replied -> {
                row.put("attempt", replied.attempt());
                about(row, before, replied.stepKey(), replied.purpose());
            }
            case CaseEvent.OutcomeArrived arrived -> about(row, before, arrived.stepKey(), arrived.about());
            default -> throw new IllegalArgumentException("an exchange is kept with what came of it only");
        }
        return row;
    }

    private static void about(Map<String, Object> row, CaseSnapshot before, String key, Purpose purpose) {
        row.put("key", key);
        row.put("purpose", purpose.code());
        before.step(key)
                .map(step -> step.calls().acts().get(purpose))
                .ifPresent(act -> row.put(
                        "effect_key",
                        EffectKeys.of(before.number(), key, purpose, act.revision())
                                .toString()));
    }

    private static Map<String, Object> row(Exchange exchange) {
        var row = new TreeMap<String, Object>();
        row.put("node", exchange.node());
        row.put("department", exchange.department());
        row.put("operation", exchange.operation());
        row.put("at", exchange.at().toString());
        row.put("ms", Math.clamp(exchange.took().toMillis(), 0, Integer.MAX_VALUE));
        row.put("outcome", ReplyWords.outcome(exchange.reply()));
        put(row, "cause", ReplyWords.cause(exchange.reply()));
        put(row, "status", exchange.status());
        put(row, "reference", ReplyWords.reference(exchange.reply()));
        put(row, "inquiry", exchange.inquiry());
        put(row, "person", exchange.person());
        put(row, "replay_of", exchange.replayOf());
        return row;
    }

    private static void put(Map<String, Object> row, String column, @Nullable Object value) {
        if (value != null) {
            row.put(column, value);
        }
    }

    /** Where the event changed nothing of the case. */
    static void insert(Connection connection, CaseSnapshot before, CaseEvent event, Exchange exchange)
            throws SQLException {
        var row = row(before, event, exchange);
        row.put("number", before.number().text());
        Rows.update(connection, INSERT, exchange.sealed(), CaseJson.write(List.of(row)));
    }

    /** Of no case, or asked again without one: all in one transaction. */
    static void insert(Connection connection, List<Said> all) throws SQLException {
        try (var statement = connection.prepareStatement(INSERT)) {
            for (var said : all) {
                var row = row(said.exchange());
                put(row, "number", said.number() == null ? null : said.number().text());
                put(row, "key", said.key());
                put(
                        row,
                        "purpose",
                        said.purpose() == null ? null : said.purpose().code());
                statement.setBytes(1, said.exchange().sealed());
                statement.setObject(2, CaseJson.write(List.of(row)));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
