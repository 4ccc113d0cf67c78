package org.onewindow.hub;

import com.zaxxer.hikari.HikariDataSource;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.postgres.ApplicationRole;
import org.onewindow.cases.postgres.ConnectionPool;
import org.onewindow.cases.postgres.Migrations;
import org.onewindow.cases.postgres.PostgresServer;
import org.onewindow.config.SecretReference;
import org.onewindow.config.Secrets;
import org.onewindow.licences.LicenceTables;
import org.onewindow.licences.Licences;
import org.onewindow.portal.PortalTables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hub's database: its own server, or the one that is configured. The owner of the tables brings them to the newest version at the
 * start; the hub then works under a role that owns nothing, see {@link ApplicationRole}.
 */
final class Database implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int CONNECTIONS = 10;
    /** Flyway takes one each for its history, its migrations and its callbacks. */
    private static final int MIGRATING = 4;

    private static final String USER = "hub";
    private static final String OWNER = "hub_owner";
    private static final SecretReference PASSWORD = new SecretReference("database/password");
    private static final SecretReference OWNER_PASSWORD = new SecretReference("database/owner-password");

    private final @Nullable PostgresServer server;
    private final HikariDataSource pool;
    private final HikariDataSource apart;

    private Database(@Nullable PostgresServer server, Login application) {
        this.server = server;
        this.pool = application.pool(CONNECTIONS);
        this.apart = application.pool(1);
    }

    static Database open(HubSettings settings, Secrets secrets, Function<DataSource, Licences> licences) {
        var server = settings.embeddedDatabase()
                ? PostgresServer.start(settings.data().resolve("postgres"))
                : null;
        var configured = server == null
                ? Login.of(settings.databaseUrl(), USER, secrets.has(PASSWORD) ? secrets.value(PASSWORD) : "")
                : new Login(server.jdbcUrl(), server.user(), server.password());
        var owner = secrets.has(OWNER_PASSWORD) && server == null
                ? new Login(configured.url(), OWNER, secrets.value(OWNER_PASSWORD))
                : configured;
        return new Database(server, prepared(configured, owner, licences, settings));
    }

    /** The tables at their newest version; the result is how the hub logs in from now on. */
    private static Login prepared(
            Login configured, Login owner, Function<DataSource, Licences> licences, HubSettings settings) {
        try (var tables = owner.patientPool(MIGRATING)) {
            var application = configured;
            if (owner.equals(configured) && ApplicationRole.canBeMadeBy(tables)) {
                application =
                        new Login(owner.url(), ApplicationRole.NAME, ApplicationRole.make(tables, owner.password()));
            } else if (owner.equals(configured)) {
                LOG.warn("the hub works as the owner of its tables, so the database cannot hold it to the rules of the"
                        + " licence store; see docs/operations.md, Roles of the database");
            }
            Migrations.run(tables);
            LicenceTables.migrate(tables, licences.apply(tables));
            LicenceTables.budget(tables, settings.looksAnHour(), settings.looksADay());
            PortalTables.migrate(tables);
            ApplicationRole.grant(tables);
            return application;
        }
    }

    /** Where to log in, and as whom. */
    private record Login(String url, String user, String password) {

        private static final Pattern IN_URL = Pattern.compile("([?&])(user|password)=([^&]*)");

        /** User and password in the URL, if there, go before ours; a password in a file of its own is better. */
        static Login of(String url, String user, String password) {
            var plain =
                    IN_URL.matcher(url).replaceAll("$1").replaceAll("&+", "&").replaceAll("[?&]+$", "");
            var login = new Login(plain.replace("?&", "?"), user, password);
            var inUrl = IN_URL.matcher(url);
            while (inUrl.find()) {
                var value = java.net.URLDecoder.decode(inUrl.group(3), java.nio.charset.StandardCharsets.UTF_8);
                login = inUrl.group(2).equals("user")
                        ? new Login(login.url, value, login.password)
                        : new Login(login.url, login.user, value);
            }
            return login;
        }

        HikariDataSource pool(int connections) {
            return ConnectionPool.open(url, user, password, connections);
        }

        HikariDataSource patientPool(int connections) {
            return ConnectionPool.patient(url, user, password, connections);
        }

        /** Never the password. */
        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
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
