package org.onewindow.hub;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.postgres.ConnectionPool;
import org.onewindow.cases.postgres.Migrations;
import org.onewindow.cases.postgres.PostgresServer;
import org.onewindow.config.SecretReference;
import org.onewindow.config.Secrets;
import org.onewindow.licences.LicenceTables;

/** The hub's database, with its tables at the newest version: its own server, or the one that is configured. */
final class Database implements AutoCloseable {

    private static final int CONNECTIONS = 10;
    private static final String USER = "hub";
    private static final SecretReference PASSWORD = new SecretReference("database/password");

    private final @Nullable PostgresServer server;
    private final HikariDataSource pool;

    private Database(@Nullable PostgresServer server, HikariDataSource pool) {
        this.server = server;
        this.pool = pool;
    }

    static Database open(HubSettings settings, Secrets secrets) {
        var server = settings.embeddedDatabase()
                ? PostgresServer.start(settings.data().resolve("postgres"))
                : null;
        var database = new Database(server, server == null ? remote(settings, secrets) : local(server));
        Migrations.run(database.pool);
        LicenceTables.migrate(database.pool);
        return database;
    }

    private static HikariDataSource local(PostgresServer server) {
        return ConnectionPool.open(server.jdbcUrl(), server.user(), server.password(), CONNECTIONS);
    }

    /** User and password in the URL, if there, go before ours; a password in a file of its own is better. */
    private static HikariDataSource remote(HubSettings settings, Secrets secrets) {
        var password = secrets.has(PASSWORD) ? secrets.value(PASSWORD) : "";
        return ConnectionPool.open(settings.databaseUrl(), USER, password, CONNECTIONS);
    }

    DataSource pool() {
        return pool;
    }

    /** The connections first, then the server: nothing is cut off in the middle. */
    @Override
    public void close() {
        pool.close();
        if (server != null) {
            server.close();
        }
    }
}
