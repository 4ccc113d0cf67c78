package org.onewindow.cases.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;

/** Connections to the hub's database, given up fast: a citizen must hear "try again" within two seconds. */
public final class ConnectionPool {

    private static final Duration WAIT = Duration.ofMillis(1500);
    private static final Duration VALIDATE = Duration.ofSeconds(1);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private ConnectionPool() {}

    /** A pool of at most so many connections; it opens even while the database is away. */
    public static HikariDataSource open(String jdbcUrl, String user, String password, int size) {
        return open(jdbcUrl, user, password, size, ANSWER);
    }

    /** For who makes the tables, and waits for each statement as long as it takes: an index of a large table takes minutes. */
    public static HikariDataSource patient(String jdbcUrl, String user, String password, int size) {
        return open(jdbcUrl, user, password, size, Duration.ZERO);
    }

    private static HikariDataSource open(String jdbcUrl, String user, String password, int size, Duration answer) {
        var config = new HikariConfig();
        config.setPoolName("hub");
        config.setJdbcUrl(jdbcUrl);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(WAIT.toMillis());
        config.setValidationTimeout(VALIDATE.toMillis());
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("connectTimeout", "1");
        config.addDataSourceProperty("socketTimeout", Long.toString(answer.toSeconds()));
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("ApplicationName", "hub");
        return new HikariDataSource(config);
    }
}
