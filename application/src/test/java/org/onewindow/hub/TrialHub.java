package org.onewindow.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.onewindow.hub.client.HubApi;
import org.onewindow.hub.client.Tokens;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A whole hub in this process, with its own PostgreSQL and Artemis, or as another node on the database of one. */
public final class TrialHub implements AutoCloseable {

    private static final Path CONFIG = Path.of("..", "config").toAbsolutePath().normalize();

    private final ConfigurableApplicationContext spring;
    private final HubApi api;
    private final Tokens tokens;

    private TrialHub(ConfigurableApplicationContext spring, int port) {
        this.spring = spring;
        this.api = new HubApi(URI.create("http://127.0.0.1:" + port), "en");
        this.tokens = new Tokens(api);
    }

    public static TrialHub start(Path data, String... more) throws IOException {
        int port = freePort();
        var settings = new ArrayList<>(List.of(
                "--hub.port=" + port,
                "--hub.data=" + data.toAbsolutePath(),
                "--hub.config=" + CONFIG,
                "--hub.drain=0s",
                "--hub.node=" + data.getFileName()));
        settings.addAll(List.of(more));
        var spring = new SpringApplicationBuilder(HubApplication.class).run(settings.toArray(String[]::new));
        return new TrialHub(spring, port);
    }

    /** Another node; as the first it logs in as the owner of the tables, and works as the hub's own role. */
    TrialHub beside(Path data) throws IOException {
        var database = (HikariDataSource) spring.getBean(Database.class).pool();
        var password = Files.readString(spring.getBean(HubSettings.class).data().resolve("postgres/password"));
        return start(data, "--hub.database-url=" + database.getJdbcUrl() + "?user=hub&password=" + password.strip());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    String token(String name) {
        return tokens.token(name);
    }

    public HubApi api() {
        return api;
    }

    HubApi.Reply pack(String path, byte[] zip) {
        return api.send("PUT", path, token("operator"), "application/zip", zip);
    }

    HubApi.Reply operator(String method, String path, String json) {
        return api.send(method, path, token("operator"), "application/json", json.getBytes(UTF_8));
    }

    JsonNode configuration() {
        return api.get("/v1/admin/configuration", token("operator")).body();
    }

    HubApi.Reply post(String name, String path, String json) {
        try {
            return api.post(
                    path,
                    token(name),
                    HubApi.JSON.readTree(json),
                    Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        } catch (IOException noJson) {
            throw new AssertionError(noJson);
        }
    }

    @Override
    public void close() {
        spring.close();
    }
}
