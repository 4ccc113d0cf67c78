package org.onewindow.hub;

import com.zaxxer.hikari.HikariDataSource;
import java.util.function.IntFunction;
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
    private final HikariDataSource apart;

    private Database(@Nullable PostgresServer server, IntFunction<HikariDataSource> pools) {
        this.server = server;
        this.pool = pools.apply(CONNECTIONS);
        this.apart = pools.apply(1);
    }

    static Database open(HubSettings settings, Secrets secrets) {
        var server = settings.embeddedDatabase()
                ? PostgresServer.start(settings.data().resolve("postgres"))
                : null;
        var database = new Database(
                server,
                connections -> server == null ? remote(settings, secrets, connections) : local(server, connections));
        Migrations.run(database.pool);
        LicenceTables.migrate(database.pool);
        return database;
    }

    private static HikariDataSource local(PostgresServer server, int connections) {
        return ConnectionPool.open(server.jdbcUrl(), server.user(), server.password(), connections);
    }

    /** User and password in the URL, if there, go before ours; a password in a file of its own is better. */
    private static HikariDataSource remote(HubSettings settings, Secrets secrets, int connections) {
        var password = secrets.has(PASSWORD) ? secrets.value(PASSWORD) : "";
        return ConnectionPool.open(settings.databaseUrl(), USER, password, connections);
    }

    DataSource pool() {
        return pool;
    }

    /**
     * A connection of its own, so that a node with all hands full still tells that it lives; and reads its configuration, for those who
     * wait for a tree may hold all the others.
     */
    DataSource apart() {
        return apart;
    }

    /** The connections first, then the server: nothing is cut off in the middle. */
    @Override
    public void close() {
        apart.close();
        pool.close();
        if (server != null) {
            server.close();
        }
    }
}
