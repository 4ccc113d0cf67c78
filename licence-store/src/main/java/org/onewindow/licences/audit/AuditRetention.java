package org.onewindow.licences.audit;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ends the keeping of the audit's rows, a sealed batch at a time and the oldest first. Their seals stay: the chain holds, and what is ended
 * is told from what was taken away.
 */
public final class AuditRetention {

    private static final Logger LOG = LoggerFactory.getLogger(AuditRetention.class);

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final SealKey key;
    private final AuditCheck check;
    private final Duration kept;
    private final InstantSource clock;

    /** Rows are kept for this long after they were sealed; half a year at least, as the database has it, too. */
    public AuditRetention(DataSource database, SealKey key, Duration kept, InstantSource clock) {
        this.sql = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        this.key = key;
        this.check = new AuditCheck(database, key);
        this.kept = kept;
        this.clock = clock;
    }

    /** Ends at most so many batches; how many it were. */
    public int sweep(int most) {
        int ended = 0;
        while (ended < most && Boolean.TRUE.equals(transaction.execute(_ -> endOldest()))) {
            ended++;
        }
        return ended;
    }

    /** One node at a time, and not while a batch is being sealed. What somebody tampered with is not ended: that would hide it. */
    private boolean endOldest() {
        var seals = new Seals(sql);
        var oldest = seals.areMine() ? seals.oldestBefore(clock.instant().minus(kept)) : Optional.<Seals.Signed>empty();
        var whole = oldest.filter(signed -> check.done(signed).isEmpty());
        if (oldest.isPresent() && whole.isEmpty()) {
            LOG.error(
                    "batch {} of the audit was tampered with, so it is kept: run ./hub verify-audit",
                    oldest.get().seal().batch());
        }
        whole.map(Seals.Signed::seal).ifPresent(this::end);
        return whole.isPresent();
    }

    private void end(Seal seal) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        sql.sql("select lic.end_audit(?, ?, ?)")
                .params(seal.batch(), now.atOffset(ZoneOffset.UTC), key.sign(EndOfBatch.signed(seal, now)))
                .query((_, _) -> seal)
                .single();
    }
}
