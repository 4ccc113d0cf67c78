package org.onewindow.cases.postgres;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables, brought to the newest version; several nodes may start at once, one migrates and the others wait. */
public final class Migrations {

    private Migrations() {}

    /** Other modules keep tables of their own beside these, and may have made them first. */
    public static void run(DataSource dataSource) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:org/onewindow/cases/db")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
