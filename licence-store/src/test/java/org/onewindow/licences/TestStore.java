package org.onewindow.licences;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.onewindow.cases.IdentityHash;
import org.onewindow.cases.postgres.ApplicationRole;
import org.onewindow.cases.postgres.ConnectionPool;
import org.onewindow.cases.postgres.Migrations;
import org.onewindow.cases.postgres.PostgresServer;
import org.onewindow.config.Configuration;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.config.Settings;
import org.onewindow.licences.authority.Spending;
import org.onewindow.licences.blobs.PostgresBlobs;
import org.onewindow.licences.inspection.Inspection;
import org.onewindow.licences.keys.HolderId;
import org.onewindow.licences.keys.HolderKeys;
import org.onewindow.licences.materials.MaterialLooks;
import org.onewindow.licences.materials.MaterialSpace;
import org.onewindow.testing.TrialDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One real PostgreSQL for the tests of this module, stopped with the JVM; what is tested works under the hub's own role. */
public final class TestStore {

    private static final Inspection INSPECTION = new Inspection(Optional.empty());
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), ZoneId.of("Asia/Shanghai"));
    public static final IdentityHash HASH =
            new IdentityHash("a secret of the tests only".getBytes(StandardCharsets.UTF_8));
    public static final HolderKeys KEYS = new HolderKeys(new byte[32], CLOCK);

    private static final PostgresServer SERVER = start();
    /** The hub's own tree. */
    public static final ConfigurationTree TREE = Configuration.load(
                    Path.of("..", "config"), Settings.of(Map.of("HUB_SIMULATORS", "http://127.0.0.1:1")))
            .orThrow();

    public static final Catalogue CATALOGUE = new Catalogue(TREE::licences);

    /** Who owns the tables: for what only a forger with the keys of the database could do. */
    public static final HikariDataSource OWNER =
            ConnectionPool.open(SERVER.jdbcUrl(), SERVER.user(), SERVER.password(), 4);

    private static final String PASSWORD = migrate();

    public static final HikariDataSource DATABASE = pool();

    private TestStore() {}

    /** Another node's connections. */
    public static HikariDataSource pool() {
        return ConnectionPool.open(SERVER.jdbcUrl(), ApplicationRole.NAME, PASSWORD, 8);
    }

    /** Who owns another database of this server, and brings it to the newest version. */
    static HikariDataSource owner(String database) {
        return ConnectionPool.patient(
                SERVER.jdbcUrl().replaceFirst("/postgres$", "/" + database), SERVER.user(), SERVER.password(), 8);
    }

    /**
     * Another database of this server, with all tables in it.
     *
     * @param owner who owns them
     * @param hub the hub's own role
     */
    public record Apart(HikariDataSource owner, HikariDataSource hub) implements AutoCloseable {

        @Override
        public void close() {
            hub.close();
            owner.close();
        }
    }

    public static Apart apart() {
        var name = "apart_" + UUID.randomUUID().toString().replace("-", "");
        JdbcClient.create(OWNER)
                .sql("create database " + name + " template " + Empty.NAME)
                .update();
        var owner = owner(name);
        var url = SERVER.jdbcUrl().replaceFirst("/postgres$", "/" + name);
        return new Apart(owner, ConnectionPool.open(url, ApplicationRole.NAME, PASSWORD, 4));
    }

    /** What others are copied from: that takes a tenth of making their tables. */
    private static final class Empty {

        private static final String NAME = make();

        private static String make() {
            var name = "empty_" + UUID.randomUUID().toString().replace("-", "");
            JdbcClient.create(OWNER).sql("create database " + name).update();
            try (var owner = owner(name)) {
                Migrations.run(owner);
                LicenceTables.migrate(owner, licences(owner));
                ApplicationRole.grant(owner);
            }
            return name;
        }
    }

    /** For another process. */
    public static String url() {
        return SERVER.jdbcUrl();
    }

    public static String user() {
        return ApplicationRole.NAME;
    }

    public static String password() {
        return PASSWORD;
    }

    public static Licences licences() {
        return licences(DATABASE);
    }

    public static LicenceLife life() {
        return new LicenceLife(DATABASE, HASH, KEYS, CATALOGUE, CLOCK);
    }

    public static Contents contents() {
        return new Contents(DATABASE, KEYS, HASH, CATALOGUE);
    }

    public static OwnLicences own() {
        return new OwnLicences(DATABASE, contents(), CLOCK);
    }

    static CaseLicences ofCases() {
        return new CaseLicences(DATABASE, contents(), CLOCK);
    }

    public static Uploads uploads(Path folder) {
        return uploads(folder, CLOCK);
    }

    static Uploads uploads(Path data, Clock clock) {
        return new Uploads(DATABASE, blobs(), HASH, data, INSPECTION, clock);
    }

    static ResumableUploads resumable(Uploads uploads, Clock clock) {
        return new ResumableUploads(DATABASE, KEYS, uploads, clock);
    }

    public static PostgresBlobs blobs() {
        return new PostgresBlobs(DATABASE, KEYS, CLOCK);
    }

    public static MaterialSpace space() {
        return new MaterialSpace(DATABASE, HASH, CLOCK);
    }

    /** Destroys somebody's key, as who owns the tables: the hub's own role does so by two people's word only. */
    public static boolean erase(Actor actor, HolderId holder) {
        return actor.bind(JdbcClient.create(OWNER)
                        .sql("select lic.destroy_key(" + Actor.SQL + ", '2026-11-23T02:00:00Z'::timestamptz, :holder)"))
                .param("holder", holder.bytes())
                .query(Boolean.class)
                .single();
    }

    public static MaterialLooks looks(Uploads uploads) {
        return new MaterialLooks(DATABASE, uploads, HASH, new Spending(() -> {}), CLOCK);
    }

    /** The whole store, without budgets. */
    public static LicenceStore store() {
        return store(DATABASE);
    }

    public static LicenceStore store(DataSource database) {
        return LicenceStore.over(database, HASH, KEYS, CATALOGUE, new Spending(() -> {}), CLOCK);
    }

    static Licences licences(DataSource database) {
        return new Licences(database, HASH, KEYS, CATALOGUE, CLOCK);
    }

    private static PostgresServer start() {
        try {
            var server = PostgresServer.start(Files.createDirectories(Path.of("target", "postgres")));
            TrialDatabase.waitsForNoDisk(server.jdbcUrl(), server.user(), server.password());
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server;
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String migrate() {
        var password = ApplicationRole.make(OWNER, SERVER.password());
        Migrations.run(OWNER);
        LicenceTables.migrate(OWNER, licences(OWNER));
        LicenceTables.migrate(OWNER, licences(OWNER));
        ApplicationRole.grant(OWNER);
        return password;
    }
}
