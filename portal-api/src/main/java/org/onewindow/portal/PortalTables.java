package org.onewindow.portal;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The portal's own tables, at their newest version as soon as this is there; the cases' tables must be there before. */
@Component
public final class PortalTables {

    private final JdbcClient sql;

    PortalTables(DataSource database) {
        Flyway.configure(PortalTables.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:org/onewindow/portal/db")
                .table("portal_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
        this.sql = JdbcClient.create(database);
    }

    public JdbcClient sql() {
        return sql;
    }
}
