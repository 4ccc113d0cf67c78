package org.onewindow.licences;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of this store; they have a migration history of their own, beside that of the cases. */
public final class LicenceTables {

    private LicenceTables() {}

    /**
     * Brings the tables to the newest version and renews the rights of the hub's role; harmless when they are. The tables of the cases
     * must be there.
     *
     * @param licences on the owner's connections, to seal what a store of before kept open
     */
    public static void migrate(DataSource owner, Licences licences) {
        forgetFailed(JdbcClient.create(owner));
        Flyway.configure(LicenceTables.class.getClassLoader())
                .dataSource(owner)
                .javaMigrations(new V112__CopyLicences(licences))
                .locations("classpath:org/onewindow/licences/db")
                .table("licence_store_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                // no transaction stays open meanwhile: an index that is built beside older nodes would wait for it
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                // one node migrates, and the others wait, however long it takes
                .lockRetryCount(-1)
                .load()
                .migrate();
    }

    /** Only what runs in no transaction leaves a word that it failed; such a file can be run again from its beginning. */
    private static void forgetFailed(JdbcClient sql) {
        if (sql.sql("select to_regclass('licence_store_history') is not null")
                .query(Boolean.class)
                .single()) {
            sql.sql("delete from licence_store_history where not success").update();
        }
    }

    /**
     * At how many different holders somebody at work may look; for all nodes, so that the last one that starts says it.
     *
     * @param anHour a person within an hour
     * @param aDay a department within a day
     */
    public static void budget(DataSource owner, int anHour, int aDay) {
        JdbcClient.create(owner)
                .sql("update lic.budget set an_hour = ?, a_day = ? where (an_hour, a_day) <> (?, ?)")
                .params(anHour, aDay, anHour, aDay)
                .update();
    }
}
