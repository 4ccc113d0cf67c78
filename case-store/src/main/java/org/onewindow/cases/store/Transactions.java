package org.onewindow.cases.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Runs work on a connection, all of it or nothing. */
record Transactions(DataSource dataSource) {

    /** Something done on a connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** In one transaction, committed when the work returns. */
    <T> T write(Work<T> work) {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException failure) {
                rollBack(connection, failure);
                throw failure;
            }
        } catch (SQLException failure) {
            throw StoreAway.of(failure);
        }
    }

    /** Reads only; each statement sees what is committed when it starts. */
    <T> T read(Work<T> work) {
        try (var connection = dataSource.getConnection()) {
            return work.on(connection);
        } catch (SQLException failure) {
            throw StoreAway.of(failure);
        }
    }

    private static void rollBack(Connection connection, Exception failure) {
        try {
            connection.rollback();
        } catch (SQLException alsoAway) {
            failure.addSuppressed(alsoAway);
        }
    }
}
