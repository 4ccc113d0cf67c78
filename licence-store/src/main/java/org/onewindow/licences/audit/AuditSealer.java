package org.onewindow.licences.audit;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals the audit behind those who write it, so that nobody waits for anybody: a batch is all rows of transactions that are over, its root
 * is signed and chained to the one before. One node at a time; a batch has at most ten thousand transactions.
 */
public final class AuditSealer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AuditSealer.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final int BATCH = 10_000;
    private static final int ENDED_AT_ONCE = 20;

    /** All transactions before the oldest that still runs are over; of those, up to the ten thousandth that wrote something. */
    private static final String NEXT =
            """
            select max(xid)::text from (
                select distinct xid from audit.event
                where xid >= ?::text::xid8 and xid < pg_snapshot_xmin(pg_current_snapshot()) order by xid limit ?) as over""";

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final SealKey key;
    private final InstantSource clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("audit-sealer").daemon().factory());

    public AuditSealer(DataSource database, SealKey key, InstantSource clock) {
        this.sql = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        this.key = key;
        this.clock = clock;
    }

    /** Seals every five seconds from now on, and ends what is not kept any longer. */
    @SuppressWarnings("FutureReturnValueIgnored") // a round ends with what it throws said
    public void start(AuditRetention retention) {
        timer.scheduleWithFixedDelay(() -> round(retention), EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Seals what can be sealed; the result is how many rows. */
    public int seal() {
        int sealed = 0;
        for (int rows = batch(); rows > 0; rows = batch()) {
            sealed += rows;
        }
        return sealed;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    void round(AuditRetention retention) {
        try {
            seal();
            retention.sweep(ENDED_AT_ONCE);
        } catch (DataAccessException | TransactionException away) {
            LOG.warn(
                    "the audit could not be sealed or ended, it is tried again: {}",
                    away.getClass().getSimpleName());
        } catch (RuntimeException fault) {
            // a timer whose task throws never calls it again, and nobody would see that nothing is sealed any more
            LOG.error("the audit could not be sealed or ended, it is tried again", fault);
        }
    }

    private int batch() {
        var rows = transaction.execute(_ -> new Seals(sql).areMine() ? next() : 0);
        return rows == null ? 0 : rows;
    }

    private int next() {
        var seals = new Seals(sql);
        var last = seals.last().map(Seals.Signed::seal);
        long from = last.map(Seal::until).orElse(0L);
        var until = sql.sql(NEXT)
                .params(Long.toString(from), BATCH)
                .query((row, _) -> java.util.Optional.ofNullable(row.getString(1)))
                .single();
        if (until.isEmpty()) {
            return 0;
        }
        long end = Long.parseLong(until.get()) + 1;
        var rows = sql.sql(AuditRow.SELECT)
                .params(Long.toString(from), Long.toString(end))
                .query(AuditRow::of)
                .list();
        var seal = Seal.over(
                last.map(Seal::batch).orElse(0L) + 1,
                from,
                end,
                rows,
                last.map(Seal::hash).orElse(Seal.FIRST),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        seals.add(seal, key.sign(seal.signed()));
        return rows.size();
    }
}
