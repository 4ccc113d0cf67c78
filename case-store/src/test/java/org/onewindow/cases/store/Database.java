package org.onewindow.cases.store;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.onewindow.cases.postgres.ConnectionPool;
import org.onewindow.cases.postgres.Migrations;
import org.onewindow.cases.postgres.PostgresServer;
import org.onewindow.testing.TrialDatabase;

/** The real PostgreSQL, one for all tests of this JVM, with a fresh database for whoever asks. */
final class Database {

    private static final PostgresServer SERVER = PostgresServer.start(Path.of("target/postgres"));
    private static final AtomicInteger COUNT = new AtomicInteger();

    static {
        TrialDatabase.waitsForNoDisk(SERVER.jdbcUrl(), SERVER.user(), SERVER.password());
        dropThoseOfEarlierRuns();
        Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
    }

    private Database() {}

    private static void dropThoseOfEarlierRuns() {
        try (var connection = DriverManager.getConnection(SERVER.jdbcUrl(), SERVER.user(), SERVER.password())) {
            for (var old : Rows.list(
                    connection,
                    "select datname from pg_database where datname like 't%\\_%' and not datistemplate",
                    row -> row.getString(1))) {
                try (var statement = connection.createStatement()) {
                    statement.execute("drop database " + old);
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("old databases cannot be dropped", failure);
        }
    }

    static HikariDataSource fresh() {
        var name = "t" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        try (var connection = DriverManager.getConnection(SERVER.jdbcUrl(), SERVER.user(), SERVER.password());
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException failure) {
            throw new IllegalStateException("no fresh database", failure);
        }
        var url = SERVER.jdbcUrl().replaceFirst("/postgres$", "/" + name);
        var pool = ConnectionPool.open(url, SERVER.user(), SERVER.password(), 20);
        Migrations.run(pool);
        return pool;
    }

    static void execute(DataSource dataSource, String sql) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static long count(DataSource dataSource, String sql) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
