package org.onewindow.benchmarks.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The hub as it ships: {@code ./hub run} with the synthetic tree, its own PostgreSQL, broker and issuer. */
final class Hub implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();

    /** The load generator is one caller with the load of a city: what is measured is the machine's limit, not the one of a caller. */
    private static final String CALLER_RATE = "1000000";

    private static final int PORT_LINE = 3;
    private static final Duration RECORDS_WITHIN = Duration.ofMinutes(3);
    private static final String BACKLOG = "10000000";

    private final Child child;
    private final int port;
    private final Path data;

    private Hub(Child child, int port, Path data) {
        this.child = child;
        this.port = port;
        this.data = data;
    }

    /**
     * Started without an AOT cache, and not waited for.
     *
     * @param root of the repository
     * @param heap as {@code -Xmx} takes it; empty: the launcher's own
     */
    static Hub start(Path root, Path data, Stubs stubs, String heap, int port) throws IOException {
        return start(root, data, stubs, heap, port, AotCache.OFF);
    }

    static Hub start(Path root, Path data, Stubs stubs, String heap, int port, AotCache cache) throws IOException {
        return start(root, data, stubs, heap, port, cache, Map.of());
    }

    /** @param more settings beside the bench's own */
    static Hub start(Path root, Path data, Stubs stubs, String heap, int port, AotCache cache, Map<String, String> more)
            throws IOException {
        Files.createDirectories(data);
        var settings = new HashMap<>(stubs.settings());
        settings.put("HUB_PORT", Integer.toString(port));
        settings.put("HUB_DATA", data.toString());
        settings.put("HUB_CONFIG", root.resolve("benchmarks/city").toString());
        settings.put("HUB_BUILD", "never");
        settings.put("HUB_NODE", "bench");
        settings.put("HUB_CALLER_RATE", CALLER_RATE);
        settings.put("HUB_BACKLOG", BACKLOG);
        settings.put("HUB_AOT", cache.word());
        if (!heap.isEmpty()) {
            settings.put("HUB_HEAP", heap);
        }
        settings.putAll(more);
        var child = Child.start(List.of(root.resolve("hub").toString(), "run"), settings, data.resolve("hub.log"));
        return new Hub(child, port, data);
    }

    Hub awaitReady() throws IOException, InterruptedException {
        Jvm.await(child, () -> Http.answers(port, "/actuator/health/readiness"));
        return this;
    }

    int port() {
        return port;
    }

    long pid() {
        return child.pid();
    }

    String token(String client, String more) throws IOException, InterruptedException {
        var login = Base64.getEncoder().encodeToString((client + ":" + client).getBytes(StandardCharsets.UTF_8));
        var answer = Http.text(
                port,
                "POST",
                "/oauth2/token",
                "grant_type=client_credentials" + more,
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Authorization",
                "Basic " + login);
        return JSON.readTree(answer).path("access_token").asText();
    }

    Map<String, String> citizen() throws IOException, InterruptedException {
        return Map.of("Authorization", "Bearer " + token("portal", "&citizen=zhang"));
    }

    /** The cases that came in since then, as the hub exports them. */
    List<JsonNode> export(Instant from) throws IOException, InterruptedException {
        var lines = Http.text(
                port,
                "GET",
                "/v1/admin/export/cases?from=" + from,
                "",
                "Authorization",
                "Bearer " + token("operator", ""));
        var rows = new java.util.ArrayList<JsonNode>();
        for (var line : lines.lines().toList()) {
            rows.add(JSON.readTree(line));
        }
        return rows;
    }

    /** utime + stime of the hub's process, seconds. */
    double cpuSeconds() throws IOException {
        return Proc.cpuSeconds(child.pid());
    }

    /** The same of its PostgreSQL, all back-ends. */
    double databaseCpuSeconds() throws IOException {
        return Proc.treeCpuSeconds(
                Long.parseLong(Files.readAllLines(postmaster()).getFirst().strip()));
    }

    /** Where PostgreSQL notes its process id, below the data directory. */
    private Path postmaster() throws IOException {
        try (var files =
                Files.find(data, 4, (file, _) -> file.getFileName().toString().equals("postmaster.pid"))) {
            return files.findFirst().orElseThrow(() -> new IOException("no PostgreSQL runs in " + data));
        }
    }

    /** A session of the database's owner in its PostgreSQL. */
    Connection database() throws IOException, SQLException {
        var port = Files.readAllLines(postmaster()).get(PORT_LINE);
        var password = Files.readString(data.resolve("postgres/password")).strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "hub", password);
    }

    double residentMib() throws IOException {
        return Proc.residentMib(child.pid());
    }

    /** As {@code kill -9}. */
    void kill() throws InterruptedException {
        child.kill();
    }

    /** Ends it, and waits until it has written what it recorded. */
    void endRecording() throws IOException, InterruptedException {
        child.terminate();
        if (!child.endsWithin(RECORDS_WITHIN)) {
            throw new IOException("the AOT cache was not written within " + RECORDS_WITHIN);
        }
    }

    @Override
    public void close() {
        child.close();
    }
}
