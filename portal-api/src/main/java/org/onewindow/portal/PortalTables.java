package org.onewindow.portal;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The portal's own tables. */
@Component
public final class PortalTables {

    private final JdbcClient sql;

    PortalTables(DataSource database) {
        this.sql = JdbcClient.create(database);
    }

    /** Brings them to the newest version, by their owner; the cases' tables must be there. */
    public static void migrate(DataSource owner) {
        Flyway.configure(PortalTables.class.getClassLoader())
                .dataSource(owner)
                .locations("classpath:org/onewindow/portal/db")
                .table("portal_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }

    public JdbcClient sql() {
        return sql;
    }
}
