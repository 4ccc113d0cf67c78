package org.onewindow.hub.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.onewindow.config.Archive;
import org.onewindow.hub.client.HubApi;
import org.onewindow.hub.client.HubUnreachable;

/** Another revision of a department, whose apply waits for what somebody else's transaction holds, so that the hub can be killed there. */
final class HeldApply {

    private static final String FILE = "departments/tax/department.yaml";

    private final TrialHouse house;
    private final Path tree;
    private final String before;

    HeldApply(TrialHouse house, Path tree) throws Exception {
        this.house = house;
        this.tree = tree;
        this.before = revision();
        served().unpack(tree);
        var file = tree.resolve(FILE);
        Files.writeString(file, Files.readString(file) + "# " + before + "\n");
    }

    /** Where an apply can be held. */
    enum Point {
        IN_ITS_TRANSACTION("select from configuration_serving for update", "configuration_serving"),
        AFTER_ITS_TRANSACTION("lock table configuration_node in exclusive mode", "configuration_node");

        private final String hold;
        private final String waits;

        Point(String hold, String waits) {
            this.hold = hold;
            this.waits = waits;
        }
    }

    /** Whoever asked for it gets no answer. */
    void killedAt(Point point) throws Exception {
        var token = house.operator();
        var pack = Archive.ofDepartment("tax", tree.resolve("departments/tax")).zip();
        CompletableFuture<HubApi.Reply> asked;
        try (var database = house.database()) {
            database.setAutoCommit(false);
            run(database, point.hold);
            asked = CompletableFuture.supplyAsync(
                    () -> house.hub().send("PUT", "/v1/admin/departments/tax", token, "application/zip", pack));
            house.until(() -> waits(database, point.waits));
            house.kill();
        }
        assertThatThrownBy(asked::join).hasCauseInstanceOf(HubUnreachable.class);
    }

    /** Wholly: as it is told, as it is stored, and on the node. */
    void serves(boolean next) throws Exception {
        var revision = revision();
        var files = served();
        assertThat(files.revision()).isEqualTo(revision);
        assertThat(revision.equals(Archive.of(tree).revision())).isEqualTo(next);
        assertThat(revision.equals(before)).isEqualTo(!next);
        assertThat(configuration().path("nodes")).singleElement().satisfies(node -> {
            assertThat(node.path("revision").asText()).isEqualTo(revision);
            assertThat(node.hasNonNull("fault")).isFalse();
        });
        var newest = house.hub()
                .get("/v1/admin/configuration/history?department=tax&limit=1", house.operator())
                .body();
        assertThat(newest.path("items").path(0).path("revision").asText()).isEqualTo(revision);
    }

    private JsonNode configuration() {
        return house.hub().get("/v1/admin/configuration", house.operator()).body();
    }

    private String revision() {
        return configuration().path("revision").asText();
    }

    private Archive served() throws Archive.Unfit {
        return Archive.ofZip(house.hub()
                .file("/v1/admin/configuration/files", house.operator())
                .orElseThrow());
    }

    private static void run(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What a transaction has once seen of other sessions it sees until it clears it. */
    private static boolean waits(Connection database, String words) {
        try (var statement = database.prepareStatement(
                "select from pg_stat_activity where wait_event_type = 'Lock' and query like '%' || ? || '%'")) {
            run(database, "select pg_stat_clear_snapshot()");
            statement.setString(1, words);
            try (var found = statement.executeQuery()) {
                return found.next();
            }
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }
}
