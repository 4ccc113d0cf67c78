package org.onewindow.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.cases.IdentityHash;
import org.onewindow.cases.postgres.ConnectionPool;
import org.onewindow.cases.postgres.Migrations;
import org.onewindow.cases.postgres.PostgresServer;
import org.onewindow.cases.store.Revisions;
import org.onewindow.config.Archive;
import org.onewindow.config.Configuration;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.config.Diagnostic;
import org.onewindow.config.Settings;
import org.onewindow.licences.Catalogue;
import org.onewindow.licences.LicenceTables;
import org.onewindow.licences.Licences;
import org.onewindow.licences.blobs.PostgresBlobs;
import org.onewindow.licences.keys.HolderKeys;
import org.onewindow.routes.configuration.Adoption;
import org.onewindow.routes.configuration.Trees;

/** What a node serves when it starts: what the database says, and of a folder with something broken all the rest. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdoptionTest {

    private static final String TAX = "departments/tax/department.yaml";
    private static final String SALE = "matters/used-home-transfer.yaml";
    private static final String CONTRACT = "{type: sale-contract, from: upload}";
    private static final String TWIN = "departments/twin/department.yaml";

    private final PostgresServer server = PostgresServer.start(Path.of("target", "adoption-postgres"));
    private final HikariDataSource database =
            ConnectionPool.open(server.jdbcUrl(), server.user(), server.password(), 3);

    @TempDir
    Path folder = Path.of("");

    @BeforeAll
    void tables() {
        Migrations.run(database);
    }

    @AfterAll
    void close() {
        database.close();
        server.close();
    }

    /** A fresh database each time, and the city's folder with a twin of the tax bureau that no matter asks. */
    @BeforeEach
    void fresh() throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    set session_replication_role = replica;
                    truncate configuration_serving, configuration_disabled, configuration_change, configuration_tree cascade;
                    set session_replication_role = origin""");
        }
        var city = TrialTree.city();
        city.unpack(folder);
        city.department("tax").unpack(folder.resolve("twins"));
        Files.move(folder.resolve("twins/departments/tax"), folder.resolve("departments/twin"));
        Files.delete(folder.resolve("twins/departments"));
        Files.delete(folder.resolve("twins"));
        change(TWIN, "id: tax", "id: twin");
    }

    @Test
    void aFreshDatabaseAdoptsTheFolder() throws Exception {
        var begun = start(true);

        assertThat(begun.now().revision()).isEqualTo(Archive.of(folder).revision());
        assertThat(begun.now().number()).isEqualTo(1);
        assertThat(begun.now().disabled()).isEmpty();
        assertThat(begun.differs()).isFalse();
        assertThat(start(true).now()).as("again").isEqualTo(begun.now());
    }

    @Test
    void aChangedFolderIsAdoptedWhereOneTriesOutAndOnlyToldInProduction() throws Exception {
        var first = start(false).now();
        change(TAX, "timeout: 25s", "timeout: 24s");

        var production = start(false);
        assertThat(production.now()).isEqualTo(first);
        assertThat(production.differs()).isTrue();

        var development = start(true);
        assertThat(development.now().number()).isEqualTo(2);
        assertThat(development.now().revision()).isEqualTo(Archive.of(folder).revision());
    }

    @Test
    void whatWasRolledBackIsNotAdoptedASecondTime() {
        var first = start(true).now();
        change(TAX, "timeout: 25s", "timeout: 24s");
        var second = start(true).now();
        var revisions = new Revisions(database, Clock.systemUTC());
        var before = revisions.tree(first.revision()).orElseThrow();
        revisions.make(
                new Revisions.Wanted("rolled-back", before, List.of("tax"), List.of(), List.of(), "op", ""), second);

        assertThat(start(true).now().revision()).isEqualTo(first.revision());
    }

    @Test
    void aBrokenDepartmentServesAsItServedLastAndIsTold() {
        var first = start(true).now();
        change(TWIN, "timeout: 25s", "timeuot: 25s");
        change(TAX, "timeout: 25s", "timeout: 24s");

        var begun = start(true);

        assertThat(begun.broken()).containsExactly("departments/twin");
        assertThat(begun.findings()).first().satisfies(finding -> {
            assertThat(finding.file()).isEqualTo(TWIN);
            assertThat(finding.code()).isEqualTo("HUB-1002");
        });
        var revisions = new Revisions(database, Clock.systemUTC());
        var serves = revisions.tree(begun.now().revision()).orElseThrow();
        assertThat(serves.text(TAX)).contains("timeout: 24s");
        assertThat(serves.department("twin"))
                .isEqualTo(revisions.tree(first.revision()).orElseThrow().department("twin"));
        assertThat(start(true).broken()).as("told at every start").containsExactly("departments/twin");
    }

    @Test
    void aMappingThatDoesNotCompileIsBrokenToo() throws Exception {
        Files.writeString(
                folder.resolve("departments/twin/mappings/assess-transfer-tax.request.xslt"), "<not-a-style-sheet/>");

        var begun = start(true);

        assertThat(begun.broken()).containsExactly("departments/twin");
        assertThat(begun.now().number()).isEqualTo(1);
    }

    @Test
    void whatNeverServedIsLeftOutWithWhateverAsksIt() {
        change(TAX, "timeout: 25s", "timeuot: 25s");

        var begun = start(true);

        var serves = new Revisions(database, Clock.systemUTC())
                .tree(begun.now().revision())
                .orElseThrow();
        assertThat(serves.departments()).contains("twin", "land-registry").doesNotContain("tax");
        assertThat(begun.broken()).contains("departments/tax", "matters/used-home-transfer");
        assertThat(serves.names()).contains("inquiries/home-transfer-precheck.yaml");
    }

    @Test
    void aBrokenKindOfMaterialIsLeftOutWithWhateverAsksForIt() {
        change("materials/sale-contract.yaml", "kept: 730d", "kpet: 730d");

        var begun = start(true);

        assertThat(begun.broken())
                .contains("materials/sale-contract", "matters/used-home-transfer", "matters/utilities-transfer");
        var serves = new Revisions(database, Clock.systemUTC())
                .tree(begun.now().revision())
                .orElseThrow();
        assertThat(serves.names()).contains("materials/power-of-attorney.yaml", "departments/tax/department.yaml");
    }

    @Test
    void aBrokenDepartmentThatIssuesLicencesTakesOnlyTheirKindWithIt() {
        change("departments/land-registry/department.yaml", "id: land-registry", "di: land-registry");

        var begun = start(true);

        assertThat(begun.broken()).contains("departments/land-registry", "licences/real-estate-title");
        var serves = new Revisions(database, Clock.systemUTC())
                .tree(begun.now().revision())
                .orElseThrow();
        assertThat(serves.departments()).contains("tax", "civil-affairs").doesNotContain("land-registry");
        assertThat(serves.names()).contains("licences/resident-identity-card.yaml");
    }

    @Test
    void whereNothingCanServeTheStartIsRefusedWithEveryFinding() throws Exception {
        Files.writeString(folder.resolve("calendars/cn-2026.yaml"), "apiVersion: hub/v1\nyear: [\n");

        assertThatThrownBy(() -> start(true))
                .isInstanceOfSatisfying(Adoption.Impossible.class, impossible -> assertThat(impossible.lines())
                        .anyMatch(line -> line.startsWith("calendars/cn-2026.yaml:")));
    }

    @Test
    void whatNoLongerHoldsForThisHubGivesWayToTheFolderEvenInProduction() {
        change(TWIN, "${TAX_URL:simulator}", "${TWIN_URL}");
        var settings = Settings.of(Map.of("TWIN_URL", "http://127.0.0.1:1"));
        var first = start(false, settings).now();
        assertThat(first.number()).isEqualTo(1);

        assertThatThrownBy(() -> start(false, Settings.of(Map.of())))
                .isInstanceOfSatisfying(Adoption.Impossible.class, impossible -> assertThat(impossible.lines())
                        .anyMatch(line -> line.contains("HUB-2019")));
        change(TWIN, "${TWIN_URL}", "${TAX_URL:simulator}");
        assertThat(start(false, Settings.of(Map.of())).now().number()).isEqualTo(2);
    }

    /** Cases end on the tree they began on: by the rules of its time, and on a node that comes when another one serves. */
    @Test
    void aNodeThatNeverHadAnOldTreeReadsItFromTheDatabase() throws Exception {
        var settings = Settings.of(Map.of());
        var revisions = new Revisions(database, Clock.systemUTC());
        var first = start(false).now();
        var title = "\n  - {type: real-estate-title, from: [licence, upload], need: predicate}";
        change(SALE, CONTRACT, CONTRACT + title);
        assertThat(Configuration.load(folder, settings))
                .as("a rule that came later")
                .isInstanceOfSatisfying(Configuration.Broken.class, broken -> assertThat(broken.diagnostics())
                        .extracting(Diagnostic::code)
                        .containsExactly("HUB-2054"));
        var old = Archive.of(folder);
        change(SALE, CONTRACT + title, CONTRACT);
        serve(revisions, old, first);
        serve(revisions, Archive.of(folder), revisions.now());

        try (var trees = Trees.in(folder.resolve(".late"), revisions, settings)) {
            new Adoption(revisions, trees, _ -> List.of(), "late").begin(folder, false);

            var fetched = trees.of(old.revision());

            assertThat(fetched.revision()).isEqualTo(old.revision());
            assertThat(wanted(fetched)).contains("real-estate-title");
            assertThat(wanted(trees.get())).as("what serves").doesNotContain("real-estate-title");
            assertThat(trees.of(old.revision())).as("at hand from now on").isSameAs(fetched);
            assertThatThrownBy(() -> trees.of("000000000000"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("configuration 000000000000 is not stored");
        }
    }

    private static void serve(Revisions revisions, Archive tree, Revisions.Now basis) {
        assertThat(revisions.make(
                        new Revisions.Wanted("applied", tree, List.of(), List.of(), List.of(), "op", ""), basis))
                .isInstanceOf(Revisions.Made.Serves.class);
    }

    private static List<String> wanted(ConfigurationTree tree) {
        return Objects.requireNonNull(tree.matters().get("used-home-transfer")).materials().stream()
                .map(material -> material.type())
                .toList();
    }

    /** It could read none of it, and would never delete what is to go there. */
    @Test
    void whereUploadsLieInABucketTheStartOfAHubWithoutItIsRefused() throws Exception {
        var clock = Clock.systemUTC();
        var keys = new HolderKeys(new byte[32], clock);
        LicenceTables.migrate(
                database, new Licences(database, new IdentityHash(new byte[32]), keys, new Catalogue(Map::of), clock));
        var blobs = new PostgresBlobs(database, keys, clock);
        assertThat(UploadWiring.withoutBucket(blobs)).isSameAs(blobs);

        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("insert into blob.doomed (object) values ('blb_1')");
        }

        assertThatThrownBy(() -> UploadWiring.withoutBucket(blobs))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("HUB_BLOBS_URL");
    }

    private Adoption.Begun start(boolean followsFolder) {
        return start(followsFolder, Settings.of(Map.of()));
    }

    private Adoption.Begun start(boolean followsFolder, Settings settings) {
        var revisions = new Revisions(database, Clock.systemUTC());
        var trees = Trees.in(folder.resolve(".unpacked"), revisions, settings);
        var begun = new Adoption(revisions, trees, _ -> List.of(), "test").begin(folder, followsFolder);
        assertThat(trees.get().revision()).isEqualTo(begun.now().revision());
        return begun;
    }

    private void change(String file, String old, String text) {
        try {
            var before = Files.readString(folder.resolve(file));
            assertThat(before).contains(old);
            Files.writeString(folder.resolve(file), before.replace(old, text));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
