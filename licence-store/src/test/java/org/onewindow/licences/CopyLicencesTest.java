package org.onewindow.licences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.IdType;
import org.onewindow.cases.postgres.Migrations;
import org.onewindow.licences.keys.HolderId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A database of the store before: its licences are found again, sealed, and its looks still count. */
class CopyLicencesTest {

    private static final String WANG = "370102197909143315";

    @Test
    void sealsTheLicencesOfTheStoreBefore() {
        try (var owner = before("101")) {
            var sql = JdbcClient.create(owner);
            sql.sql(
                            """
                            insert into licence (id, type, number, holders, data, issued_on, status, superseded_by, case_number, recorded_at) values
                                ('lic_new', 'real-estate-title', 'T2', :holders::jsonb, '{"usage": "residential"}', '2026-11-01', 'valid', null, 'OW1', now()),
                                ('lic_old', 'real-estate-title', 'T1', :holders::jsonb, '{}', '2016-01-01', 'superseded', 'lic_new', null, now() - interval '1 day')""")
                    .param(
                            "holders",
                            "[{\"name\": \"王强\", \"idType\": \"resident-id\", \"idNumber\": \"" + WANG
                                    + "\", \"share\": \"1/1\"}]")
                    .update();
            sql.sql(
                            "insert into licence_use (at, holder, actor, purpose) values (now(), ?, 'citizen:wang', 'own-view')")
                    .param(TestStore.HASH.of(IdType.RESIDENT_ID, WANG))
                    .update();

            LicenceTables.migrate(owner, TestStore.licences(owner));

            var wang = HolderId.of(TestStore.HASH, IdType.RESIDENT_ID, WANG);
            var own = new OwnLicences(
                            owner,
                            new Contents(owner, TestStore.KEYS, TestStore.HASH, TestStore.CATALOGUE),
                            TestStore.CLOCK)
                    .all(new Actor("citizen:wang", "portal", null, wang));
            assertThat(own).extracting(Licence::id).containsExactly("lic_new", "lic_old");
            assertThat(own)
                    .extracting(Licence::status)
                    .containsExactly(Licence.Status.VALID, Licence.Status.SUPERSEDED);
            assertThat(own.getFirst().data()).containsEntry("usage", "residential");
            assertThat(sql.sql("select count(*) from audit.event where action = 'look' and holder = ?")
                            .param(wang.bytes())
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
            assertThat(sql.sql("select to_regclass('public.licence') is null")
                            .query(Boolean.class)
                            .single())
                    .isTrue();
        }
    }

    /** What is long on large tables keeps no older node from its work, and may be stopped at any point. */
    @Test
    void olderNodesGoOnBesideTheMigration() throws Exception {
        try (var owner = before("144");
                var ofAuthorisation = owner.getConnection();
                var ofAudit = owner.getConnection()) {
            var sql = JdbcClient.create(owner);
            ofAuthorisation.setAutoCommit(false);
            ofAudit.setAutoCommit(false);
            sql(ofAuthorisation).sql(AUTHORISES).param("auth_long").update();
            sql(ofAudit).sql(WRITES_DOWN).update();

            var first = CompletableFuture.runAsync(() -> LicenceTables.migrate(owner, TestStore.licences(owner)));
            awaitWaiting(sql, "%alter table lic.authorisation%");
            goesOn(sql, AUTHORISES, "auth_older");
            ofAuthorisation.rollback();
            var index = awaitWaiting(sql, "%create index concurrently event_of_material%");
            goesOn(sql, WRITES_DOWN);
            goesOn(sql, AUTHORISES, "auth_later");
            sql.sql("select pg_cancel_backend(?)")
                    .param(index)
                    .query(Boolean.class)
                    .single();
            assertThat(first).failsWithin(Duration.ofMinutes(1));
            assertThat(indexIsGood(sql)).isFalse();

            var second = CompletableFuture.runAsync(() -> LicenceTables.migrate(owner, TestStore.licences(owner)));
            awaitWaiting(sql, "%index concurrently%event_of_material%");
            ofAudit.rollback();
            assertThat(second).succeedsWithin(Duration.ofMinutes(1));
            assertThat(indexIsGood(sql)).isTrue();
        }
    }

    private static final String WRITES_DOWN =
            "insert into audit.event (at, actor, client, action, outcome) values (now(), 'clerk', 'window', 'sense', 'ok')";
    private static final String AUTHORISES =
            """
            insert into lic.authorisation (id, basis, purpose, holder, types, modes, max_uses, not_before, until, audience, made_at, made_by, client)
            values (?, 'holder-live', 'own-view', decode(repeat('00', 16), 'hex'), '{}', '{predicate}', 1, now(), now(), 'portal', now(), 's', 'portal')""";

    /** A database of this server, as a hub of before has left it. */
    private static HikariDataSource before(String version) {
        var name = "before_" + UUID.randomUUID().toString().replace("-", "");
        JdbcClient.create(TestStore.OWNER).sql("create database " + name).update();
        var owner = TestStore.owner(name);
        Migrations.run(owner);
        Flyway.configure(LicenceTables.class.getClassLoader())
                .dataSource(owner)
                .javaMigrations(new V112__CopyLicences(TestStore.licences(owner)))
                .locations("classpath:org/onewindow/licences/db")
                .table("licence_store_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .target(version)
                .skipDefaultCallbacks(true)
                .load()
                .migrate();
        return owner;
    }

    private static JdbcClient sql(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    private static void goesOn(JdbcClient sql, String statement, Object... values) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> sql.sql(statement).params(values).update());
    }

    /** The process that waits with this statement. */
    private static int awaitWaiting(JdbcClient sql, String statement) {
        return Awaitility.await()
                .until(
                        () -> sql.sql(
                                        "select pid from pg_stat_activity where datname = current_database() and wait_event_type in ('Lock', 'Timeout') and query like ?")
                                .param(statement)
                                .query(Integer.class)
                                .optional()
                                .orElse(0),
                        pid -> pid != 0);
    }

    private static boolean indexIsGood(JdbcClient sql) {
        return sql.sql(
                        "select bool_and(indisvalid) from pg_index where indexrelid = 'audit.event_of_material'::regclass")
                .query(Boolean.class)
                .single();
    }
}
