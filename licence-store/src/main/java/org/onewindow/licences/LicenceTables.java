package org.onewindow.licences;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

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
        Flyway.configure(LicenceTables.class.getClassLoader())
                .dataSource(owner)
                .javaMigrations(new V112__CopyLicences(licences))
                .locations("classpath:org/onewindow/licences/db")
                .table("licence_store_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
