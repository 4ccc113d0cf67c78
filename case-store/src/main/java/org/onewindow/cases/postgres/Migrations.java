package org.onewindow.cases.postgres;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables, brought to the newest version; several nodes may start at once, one migrates and the others wait. */
public final class Migrations {

    private Migrations() {}

    public static void run(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:org/onewindow/cases/db")
                .load()
                .migrate();
    }
}
