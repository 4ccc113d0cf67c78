package org.onewindow.cases.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.messages.Fiction;
import org.onewindow.cases.messages.Masked;
import org.onewindow.cases.messages.Payload;
import org.onewindow.cases.messages.Vault;

/** What was said between the hub and its departments; safe for many threads. */
public final class Messages {

    static final String COLUMNS =
            "id, number, key, purpose, attempt, inquiry, node, department, operation, at, ms, outcome, "
                    + "cause, status, reference, effect_key, replay_of";

    static final String PURGE =
            "delete from exchange where id in (select id from exchange where at < ? order by id limit ?)";

    private static final String REVEAL =
            "insert into message_reveal (exchange, number, by, reason, at) select id, number, ?, ?, ? from exchange where id = ?";

    private final Transactions transactions;
    private final Vault vault;
    private final Clock clock;

    public Messages(DataSource dataSource, Vault vault, Clock clock) {
        this.transactions = new Transactions(dataSource);
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * A message to be shown.
     *
     * @param steps null: it was sealed under another key
     * @param complete whether every step is there, and whole
     */
    public record Shown(MessageLine line, Masked.@Nullable Steps steps, boolean complete) {}

    /**
     * The newest first.
     *
     * @param before the last one of the page before; null: the first page
     */
    public List<MessageLine> search(MessageSearch search, @Nullable Long before, int limit) {
        var where = search.where();
        var parameters = new ArrayList<>(where.parameters());
        if (before != null) {
            parameters.add(before);
        }
        parameters.add(limit);
        var sql = "select " + COLUMNS + " from exchange where " + where.sql() + (before == null ? "" : " and id < ?")
                + " order by id desc limit ?";
        return transactions.read(connection -> Rows.list(connection, sql, Messages::line, parameters.toArray()));
    }

    /** Masked. */
    public Optional<Shown> show(long id) {
        return opened(id).map(found -> found.as(found.payload().map(Masked::of)));
    }

    /** With people who never were in it. */
    public Optional<Shown> fiction(long id) {
        return opened(id).map(found -> found.as(found.payload().map(Fiction::of)));
    }

    /**
     * As it was; that it was looked at, by whom and why, is written down and committed first.
     *
     * @param by the operator's login
     */
    public Optional<Shown> reveal(long id, String by, String reason) {
        int noted = transactions.write(connection -> Rows.update(connection, REVEAL, by, reason, clock.instant(), id));
        return noted == 0
                ? Optional.empty()
                : opened(id).map(found -> found.as(found.payload().map(Masked.Steps::plain)));
    }

    /** The payload itself, to ask the same again. */
    public Optional<Payload> payload(long id) {
        return opened(id).flatMap(Opened::payload);
    }

    public Optional<MessageLine> find(long id) {
        return opened(id).map(Opened::line);
    }

    private record Opened(MessageLine line, Optional<Payload> payload) {

        Shown as(Optional<Masked.Steps> steps) {
            return new Shown(
                    line, steps.orElse(null), payload.filter(Payload::complete).isPresent());
        }
    }

    private Optional<Opened> opened(long id) {
        return transactions.read(connection -> Rows.first(
                connection,
                "select " + COLUMNS + ", payload from exchange where id = ?",
                row -> new Opened(line(row), vault.opened(row.getBytes("payload"))),
                id));
    }

    /** Keeps exchanges that no case tells, all in one transaction. */
    public void keep(List<Said> said) {
        transactions.write(connection -> {
            ExchangeRows.insert(connection, said);
            return said.size();
        });
    }

    /**
     * Deletes the oldest of those that are too old.
     *
     * @return how many, at most so many
     */
    public int purge(Duration kept, int max) {
        var before = clock.instant().minus(kept);
        return transactions.write(connection -> Rows.update(connection, PURGE, before, max));
    }

    static MessageLine line(ResultSet row) throws SQLException {
        return new MessageLine(
                row.getLong("id"),
                row.getString("number"),
                row.getString("key"),
                row.getString("purpose"),
                (Integer) row.getObject("attempt"),
                row.getString("inquiry"),
                row.getString("node"),
                row.getString("department"),
                row.getString("operation"),
                Rows.instant(row, "at"),
                row.getInt("ms"),
                row.getString("outcome"),
                row.getString("cause"),
                (Integer) row.getObject("status"),
                row.getString("reference"),
                row.getString("effect_key"),
                (Long) row.getObject("replay_of"));
    }
}
