package org.onewindow.portal;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.onewindow.cases.postgres.PostgresServer;
import org.onewindow.cases.store.Cases;
import org.onewindow.config.SharedClock;
import org.onewindow.routes.HubRoutes;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One whole hub for all tests of this module: real HTTP, real PostgreSQL, real flows, the real configuration. */
final class TestHub {

    private static final ConfigurableApplicationContext SPRING = new SpringApplicationBuilder(TestWiring.class)
            .bannerMode(Banner.Mode.OFF)
            .run(
                    "--server.port=0",
                    "--server.address=127.0.0.1",
                    "--spring.threads.virtual.enabled=true",
                    "--spring.servlet.multipart.enabled=false",
                    "--spring.flyway.enabled=false",
                    "--logging.level.org.apache.artemis.audit=OFF",
                    "--logging.level.org.apache.activemq.audit=OFF");
    private static final ConcurrentMap<String, String> TOKENS = new ConcurrentHashMap<>();

    private TestHub() {}

    static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + SPRING.getEnvironment().getProperty("local.server.port") + path);
    }

    static <T> T bean(Class<T> type) {
        return SPRING.getBean(type);
    }

    static Cases cases() {
        return bean(Cases.class);
    }

    static HubRoutes routes() {
        return bean(HubRoutes.class);
    }

    static SharedClock clock() {
        return bean(SharedClock.class);
    }

    static JdbcClient sql() {
        return JdbcClient.create(bean(HikariDataSource.class));
    }

    /** What only who owns the tables may do. */
    static void asOwner(String statement) {
        owner().sql(statement).update();
    }

    static JdbcClient owner() {
        var postgres = bean(PostgresServer.class);
        return JdbcClient.create(new DriverManagerDataSource(postgres.jdbcUrl(), postgres.user(), postgres.password()));
    }

    /** A caller with the token of one of the city's citizens, by login. */
    static Api citizen(String login) {
        return citizenAt("portal", login);
    }

    /** The same by another client. */
    static Api citizenAt(String client, String login) {
        return api(client, "citizen=" + login);
    }

    /** A caller with the token of a client of its own. */
    static Api client(String name) {
        return api(name, "");
    }

    static Api department(String id) {
        return api("department", "department=" + id);
    }

    private static Api api(String client, String more) {
        return new Api("zh-CN", TOKENS.computeIfAbsent(client + "&" + more, _ -> token(client, more)));
    }

    private static String token(String client, String more) {
        var reply = new Api("en", "")
                .form(
                        "/oauth2/token",
                        "grant_type=client_credentials&client_id=" + client + "&client_secret=" + client + "&" + more);
        return reply.json().path("access_token").asText();
    }
}
