package org.onewindow.cases.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.onewindow.cases.Given.call;
import static org.onewindow.cases.Given.department;
import static org.onewindow.cases.Given.matter;
import static org.onewindow.cases.Given.operation;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.onewindow.cases.Given;
import org.onewindow.cases.IdentityHash;
import org.onewindow.cases.RetryStops;
import org.onewindow.cases.postgres.ConnectionPool;
import org.onewindow.cases.postgres.Migrations;
import org.onewindow.cases.postgres.PostgresServer;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.config.Effect;

class StoreAwayTest {

    private static final Path FOLDER = Path.of("target/servers/away");
    private static final ConfigurationTree TREE = new ConfigurationTree(
            "r1",
            Given.departments(department(operation("deed", Effect.NONE))),
            Map.of("sale", matter(call("deed"))),
            Map.of(),
            Given.YEAR_2026);

    @Test
    void saysSoWithinTwoSecondsAndWorksAgainWhenTheDatabaseIsBack() {
        var server = PostgresServer.start(FOLDER);
        int port = Integer.parseInt(server.jdbcUrl().replaceAll(".*:(\\d+)/.*", "$1"));
        try (var pool = ConnectionPool.open(server.jdbcUrl(), server.user(), server.password(), 5)) {
            Migrations.run(pool);
            var cases = new Cases(
                    pool,
                    Clock.systemUTC(),
                    () -> TREE,
                    new IdentityHash("0123456789abcdef".getBytes(StandardCharsets.UTF_8)),
                    List.of(),
                    () -> RetryStops.NONE);
            var unique = UUID.randomUUID().toString();
            cases.open(Hall.submission("1 " + unique), Hall.request("1 " + unique));

            server.close();

            for (int i = 0; i < 3; i++) {
                long before = System.nanoTime();
                assertThatThrownBy(() -> cases.open(Hall.submission("2 " + unique), Hall.request("2 " + unique)))
                        .isInstanceOf(StoreAway.class);
                assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
            }

            try (var back = PostgresServer.start(FOLDER, port)) {
                await().atMost(Duration.ofSeconds(15))
                        .ignoreException(StoreAway.class)
                        .until(() -> cases.open(Hall.submission("2 " + unique), Hall.request("2 " + unique))
                                instanceof Submitted.Accepted);
                assertThat(back.jdbcUrl()).isEqualTo(server.jdbcUrl());
            }
        }
    }
}
