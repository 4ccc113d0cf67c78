package org.onewindow.cases.store;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientException;

/**
 * The database does not answer, or not as it should; nothing was stored, or nobody knows whether the last commit was.
 *
 * <p>The portal answers 503; everything else is tried again by who asked.
 */
public final class StoreAway extends RuntimeException {

    private StoreAway(SQLException cause) {
        super("the database is away (SQL state " + cause.getSQLState() + ")", cause);
    }

    /** The exception for a failure: away where another try may help, else a bug. */
    static RuntimeException of(SQLException failure) {
        return mayPass(failure)
                ? new StoreAway(failure)
                : new IllegalStateException("the database refused (SQL state " + failure.getSQLState() + ")", failure);
    }

    /** Connections (08), rollbacks (40), resources (53), operator's doing (57) and system errors (58) pass. */
    private static boolean mayPass(SQLException failure) {
        var state = failure.getSQLState();
        return failure instanceof SQLTransientException
                || failure instanceof SQLNonTransientConnectionException
                || (state != null && state.matches("(08|40|53|57|58).*"));
    }
}
