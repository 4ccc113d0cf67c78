package org.onewindow.licences;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.onewindow.cases.IdentityHash;
import org.onewindow.cases.postgres.ConnectionPool;
import org.onewindow.cases.postgres.PostgresServer;

/** One real PostgreSQL for the tests of this module, stopped with the JVM. */
final class TestStore {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), ZoneId.of("Asia/Shanghai"));
    static final HikariDataSource DATABASE = open();

    private TestStore() {}

    static Licences licences() {
        return new Licences(
                DATABASE, new IdentityHash("a secret of the tests only".getBytes(StandardCharsets.UTF_8)), CLOCK);
    }

    static Uploads uploads(Path folder) {
        return new Uploads(DATABASE, folder, CLOCK);
    }

    private static HikariDataSource open() {
        var server = PostgresServer.start(folder());
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        var database = ConnectionPool.open(server.jdbcUrl(), server.user(), server.password(), 8);
        LicenceTables.migrate(database);
        LicenceTables.migrate(database);
        return database;
    }

    private static Path folder() {
        try {
            return Files.createDirectories(Path.of("target", "postgres"));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
