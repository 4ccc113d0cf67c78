package org.onewindow.licences;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of this store; they have a migration history of their own, beside that of the cases. */
public final class LicenceTables {

    private LicenceTables() {}

    /** Brings the tables to the newest version; harmless when they are. */
    public static void migrate(DataSource database) {
        Flyway.configure(LicenceTables.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:org/onewindow/licences/db")
                .table("licence_store_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
