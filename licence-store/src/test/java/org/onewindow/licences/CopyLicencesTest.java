package org.onewindow.licences;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.IdType;
import org.onewindow.cases.postgres.Migrations;
import org.onewindow.licences.keys.HolderId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database of the store before: its licences are found again, sealed, and its looks still count. */
class CopyLicencesTest {

    private static final String WANG = "370102197909143315";

    @Test
    void sealsTheLicencesOfTheStoreBefore() {
        var name = "before_" + UUID.randomUUID().toString().replace("-", "");
        JdbcClient.create(TestStore.OWNER).sql("create database " + name).update();
        try (var owner = TestStore.owner(name)) {
            Migrations.run(owner);
            Flyway.configure(LicenceTables.class.getClassLoader())
                    .dataSource(owner)
                    .locations("classpath:org/onewindow/licences/db")
                    .table("licence_store_history")
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .target("101")
                    .skipDefaultCallbacks(true)
                    .load()
                    .migrate();
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
}
