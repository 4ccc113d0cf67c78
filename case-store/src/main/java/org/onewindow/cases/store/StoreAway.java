package org.onewindow.cases.store;

import java.sql.SQLException;

/**
 * The database does not answer, or not as it should; nothing was stored.
 *
 * <p>The portal answers 503; everything else is tried again by who asked.
 */
public final class StoreAway extends RuntimeException {

    StoreAway(SQLException cause) {
        super("the database is away (SQL state " + cause.getSQLState() + ")", cause);
    }
}
