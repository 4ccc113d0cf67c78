package org.onewindow.cases.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PostgresServerTest {

    private final Path folder = Path.of("target/servers/one");

    /** A hub in a process of its own, to be killed. */
    static final class Hub {
        private Hub() {}

        public static void main(String[] arguments) throws IOException {
            var server = PostgresServer.start(Path.of(arguments[0]));
            System.out.println("up " + server.jdbcUrl() + " " + server.password() + " " + server.pid());
            System.out.flush();
            System.in.read();
        }
    }

    private static String ask(PostgresServer server, String sql) throws SQLException {
        return ask(server.jdbcUrl(), server.password(), sql);
    }

    private static String ask(String url, String password, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url, "hub", password);
                var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (var rows = statement.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    @Test
    void keepsItsDataOverAStopAndWritesDurably() throws SQLException {
        try (var first = PostgresServer.start(folder)) {
            ask(first, "drop table if exists t; create table t as select 42 as n");
            assertThat(ask(first, "show fsync")).isEqualTo("on");
            assertThat(ask(first, "show full_page_writes")).isEqualTo("on");
            assertThat(ask(first, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(first, "show listen_addresses")).isEqualTo("127.0.0.1");
        }

        try (var second = PostgresServer.start(folder)) {
            assertThat(ask(second, "select n from t")).isEqualTo("42");
        }
    }

    @Test
    void letsNobodyInWithoutItsOwnPassword() throws IOException {
        try (var server = PostgresServer.start(folder)) {
            for (var wrong : new String[] {"", "hub", "postgres"}) {
                assertThatThrownBy(() -> ask(server.jdbcUrl(), wrong, "select 1"))
                        .isInstanceOf(SQLException.class);
            }
            assertThat(Files.getPosixFilePermissions(folder.resolve("password")))
                    .isEqualTo(java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void isNotSharedByTwoHubs() {
        try (var server = PostgresServer.start(folder)) {
            assertThatThrownBy(() -> PostgresServer.start(folder)).hasMessageStartingWith("another hub uses");
            assertThat(server.pid()).isPositive();
        }
    }

    @Test
    void startsCleanlyAfterTheHubWasKilled() throws Exception {
        var hub = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Hub.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var up = up(hub);
        ask(up[1], up[2], "drop table if exists t; create table t as select 42 as n");

        hub.destroyForcibly().waitFor();

        try (var server = PostgresServer.start(folder)) {
            assertThat(ask(server, "select n from t")).isEqualTo("42");
            assertThat(server.pid()).isNotEqualTo(Long.parseLong(up[3]));
            await().until(() -> ProcessHandle.of(Long.parseLong(up[3])).isEmpty());
        }
    }

    private static String[] up(Process hub) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(hub.getInputStream(), StandardCharsets.UTF_8));
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.startsWith("up ")) {
                return line.split(" ");
            }
        }
        throw new IllegalStateException("the hub did not come up");
    }

    @Test
    void recoversAfterTheServerItselfWasKilled() throws Exception {
        try (var first = PostgresServer.start(folder)) {
            ask(first, "drop table if exists t; create table t as select generate_series(1, 1000) as n");
            PostgresCluster.signal("KILL", first.pid());
            await().until(() -> ProcessHandle.of(first.pid()).isEmpty());
        }

        try (var second = PostgresServer.start(folder)) {
            assertThat(ask(second, "select count(*) from t")).isEqualTo("1000");
        }
    }

    @Test
    void aProcessFileThatNamesAnotherProgramIsTakenAway() throws Exception {
        PostgresServer.start(folder).close();
        var lie = ProcessHandle.current().pid() + "\n" + folder.resolve("data").toRealPath()
                + "\n0\n1\n\n127.0.0.1\n0 0\nready\n";
        Files.writeString(folder.resolve("data/postmaster.pid"), lie);

        try (var server = PostgresServer.start(folder)) {
            assertThat(ask(server, "select 1")).isEqualTo("1");
        }
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void anOrphanIsReplacedByAServerOfOurOwn() throws Exception {
        var first = PostgresServer.start(folder);
        var port = first.jdbcUrl().replaceAll(".*:(\\d+)/.*", "$1");
        first.close();
        var cluster = PostgresCluster.under(folder.toRealPath(), PostgresPrograms.unpack(folder.toRealPath()));
        var withoutUs = cluster.serverCommand(Integer.parseInt(port)).stream()
                .filter(word -> !word.equals("--pdeathsig") && !word.equals("INT"))
                .collect(Collectors.toList());
        var orphan = new ProcessBuilder(withoutUs)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("orphan.log").toFile())
                .start();
        await().ignoreExceptions().until(() -> "1".equals(ask(first, "select 1")));

        try (var server = PostgresServer.start(folder)) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(ask(server, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void listensWhereItIsTold() throws SQLException {
        int port;
        try (var any = PostgresServer.start(folder)) {
            port = Integer.parseInt(any.jdbcUrl().replaceAll(".*:(\\d+)/.*", "$1"));
        }

        try (var again = PostgresServer.start(folder, port)) {
            assertThat(again.jdbcUrl()).contains(":" + port + "/");
            assertThat(Objects.requireNonNull(ask(again, "select 1"))).isEqualTo("1");
        }
    }
}
