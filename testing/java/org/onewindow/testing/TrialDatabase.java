package org.onewindow.testing;

import java.sql.DriverManager;
import java.sql.SQLException;

/** A database on trial outlives killed processes as any other does, and need not outlive a power cut: its commits wait for no disk. */
public final class TrialDatabase {

    private TrialDatabase() {}

    /** From now on, for a server of which this is a superuser. */
    public static void waitsForNoDisk(String jdbcUrl, String user, String password) {
        try (var connection = DriverManager.getConnection(jdbcUrl, user, password);
                var statement = connection.createStatement()) {
            statement.execute("alter system set fsync = off");
            statement.execute("select pg_reload_conf()");
        } catch (SQLException failure) {
            throw new IllegalStateException("the database on trial takes no settings", failure);
        }
    }
}
