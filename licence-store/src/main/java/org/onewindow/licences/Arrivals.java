package org.onewindow.licences;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.licences.keys.HolderId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Licences that came in force, until the cases that lack them were told (系统感知); several nodes may tell at once. For many threads. */
public final class Arrivals {

    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Arrivals(DataSource database, Clock clock) {
        this.sql = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        this.clock = clock;
    }

    /** Tells the cases of these people that they have a licence of this type now. */
    @FunctionalInterface
    public interface Telling {

        /** False: not all could be told; it is told again later. */
        boolean tell(Arrival arrival);
    }

    /** Has the oldest of them told; false: there is none, or it could not be told. Whoever stops meanwhile leaves it to others. */
    public boolean tellNext(Telling telling) {
        try {
            return next(telling);
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("database away, no case is told of a licence; trying again soon");
            return false;
        }
    }

    private boolean next(Telling telling) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var told = sql.sql("select * from lic.next_arrival(?)")
                    .param(OffsetDateTime.ofInstant(clock.instant(), clock.getZone()))
                    .query(Row::of)
                    .optional()
                    .map(one -> !one.inForce || telling.tell(one.arrival))
                    .orElse(false);
            if (!told) {
                status.setRollbackOnly();
            }
            return told;
        }));
    }

    private record Row(Arrival arrival, boolean inForce) {

        static Row of(ResultSet row, int index) throws SQLException {
            var holders = Arrays.stream((byte[][]) row.getArray("holders").getArray())
                    .map(one -> new HolderId(HexFormat.of().formatHex(one)))
                    .toList();
            var askedFor = Optional.ofNullable(row.getString("asked_for"))
                    .map(CaseNumber::new)
                    .orElse(null);
            return new Row(new Arrival(row.getString("type"), holders, askedFor), row.getBoolean("in_force"));
        }
    }
}
