package org.onewindow.cases.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.onewindow.cases.Given.call;
import static org.onewindow.cases.Given.department;
import static org.onewindow.cases.Given.matter;
import static org.onewindow.cases.Given.operation;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.DepartmentReply.Answered;
import org.onewindow.cases.Given;
import org.onewindow.cases.store.Revisions.Made;
import org.onewindow.cases.store.Revisions.Now;
import org.onewindow.cases.store.Revisions.Wanted;
import org.onewindow.config.Archive;
import org.onewindow.config.Effect;

/** What serves is one row that moves wholly or not at all, and nothing that ever served is forgotten. */
class RevisionsTest {

    private final HikariDataSource database = Database.fresh();
    private final Revisions revisions = new Revisions(database, Clock.systemUTC());

    @AfterEach
    void close() {
        database.close();
    }

    @BeforeEach
    void nothingServes() {
        assertThat(revisions.now()).isEqualTo(Now.NOTHING);
    }

    @Test
    void whatWasAppliedServesAndIsReadBackByteForByte() throws Exception {
        var first = tree("a", "1");
        var now = made(wanted("adopted", first), Now.NOTHING);

        var second = tree("a", "2");
        var later = made(wanted("applied", second), now);

        assertThat(later.revision()).isEqualTo(second.revision());
        assertThat(revisions.now()).isEqualTo(later);
        assertThat(revisions.tree(first.revision())).contains(first);
        assertThat(revisions.tree(second.revision())).contains(second);
        assertThat(revisions.history(null, 10))
                .extracting(Revisions.Change::number, Revisions.Change::revision, Revisions.Change::parent)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, second.revision(), first.revision()),
                        org.assertj.core.groups.Tuple.tuple(1, first.revision(), null));
        assertThat(revisions.history("a", 10)).hasSize(2);
        assertThat(revisions.history("b", 10)).isEmpty();
    }

    @Test
    void ofManyWhoChangeTheSameAtOnceOneIsFirstAndTheOthersAreTold() throws Exception {
        var now = made(wanted("adopted", tree("a", "0")), Now.NOTHING);
        var results = new ArrayList<Made>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = new ArrayList<java.util.concurrent.Callable<Made>>();
            for (int i = 1; i <= 8; i++) {
                var wanted = wanted("applied", tree("a", "change " + i));
                tasks.add(() -> revisions.make(wanted, now));
            }
            for (var done : threads.invokeAll(tasks)) {
                results.add(done.get());
            }
        }
        assertThat(results).filteredOn(Made.Serves.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(Made.Overtaken.class::isInstance).hasSize(7);
        assertThat(revisions.now().number()).isEqualTo(2);
        assertThat(revisions.history(null, 10)).hasSize(2);
    }

    @Test
    void aChangeThatIsCutOffAnywhereLeavesTheOldOneServing() throws Exception {
        var now = made(wanted("adopted", tree("a", "1")), Now.NOTHING);
        var second = tree("a", "2");
        var wanted = new Wanted("applied", second, List.of("a"), List.of(), List.of("a"), "op", "");
        Database.execute(
                database,
                """
                create function cut_off() returns trigger language plpgsql as
                    'begin perform pg_terminate_backend(pg_backend_pid()); return new; end'""");
        for (var table : List.of(
                "configuration_tree", "configuration_change", "configuration_serving", "configuration_disabled")) {
            Database.execute(
                    database,
                    "create trigger cut_off after insert or update on " + table
                            + " for each row execute function cut_off()");

            assertThatThrownBy(() -> revisions.make(wanted, now)).as(table).isInstanceOf(StoreAway.class);

            Database.execute(database, "drop trigger cut_off on " + table);
            assertThat(revisions.now()).isEqualTo(now);
            assertThat(revisions.history(null, 10)).hasSize(1);
            assertThat(revisions.tree(second.revision())).isEmpty();
        }
        assertThat(made(wanted, now).revision()).isEqualTo(second.revision());
    }

    @Test
    void aDepartmentIsSwitchedOffAndOnAgainWithoutAnotherTree() throws Exception {
        var tree = tree("a", "1");
        var now = made(wanted("adopted", tree), Now.NOTHING);

        var off = made(new Wanted("disabled", tree, List.of("a"), List.of(), List.of("a"), "op", ""), now);
        assertThat(off.disabled()).containsExactly("a");
        assertThat(off.revision()).isEqualTo(tree.revision());

        var on = made(new Wanted("enabled", tree, List.of("a"), List.of(), List.of(), "op", ""), off);
        assertThat(on.disabled()).isEmpty();
        assertThat(on.number()).isEqualTo(3);
    }

    @Test
    void aDepartmentThatOpenCasesNeedIsNotTakenAway() throws Exception {
        var hall = new Hall(matter(call("deed")), department(operation("deed", Effect.KEY)));
        hall.accepted();
        var needed = new Revisions(hall.database, Clock.systemUTC());
        var serves = (Made.Serves) needed.make(wanted("adopted", tree(Given.DEPARTMENT, "1")), Now.NOTHING);

        var gone = List.of(Given.DEPARTMENT, "never-asked");
        var removal = new Wanted("removed", tree("b", "1"), List.of(), gone, List.of(), "op", "");

        assertThat(needed.make(removal, serves.now())).isEqualTo(new Made.Needed(List.of(Given.DEPARTMENT)));
        assertThat(needed.now()).isEqualTo(serves.now());
        hall.database.close();
    }

    @Test
    void aRevisionIsPinnedWhileACaseThatBeganOnItIsOpen() throws Exception {
        var served = tree(Given.DEPARTMENT, "1");
        var hall = new Hall(served.revision(), matter(call("deed")), department(operation("deed", Effect.KEY)));
        var kept = new Revisions(hall.database, Clock.systemUTC());
        var serves = (Made.Serves) kept.make(wanted("adopted", served), Now.NOTHING);
        kept.make(wanted("applied", tree(Given.DEPARTMENT, "2")), serves.now());

        var number = hall.accepted();
        assertThat(kept.pinned()).containsExactly(served.revision());

        hall.answer(number, "deed", new Answered(Map.of()));
        assertThat(hall.find(number).state().isOpen()).isFalse();
        assertThat(kept.pinned()).isEmpty();
        hall.database.close();
    }

    @Test
    void historyAndTreesAreNeverChanged() throws Exception {
        made(wanted("adopted", tree("a", "1")), Now.NOTHING);

        for (var sql : List.of(
                "update configuration_change set actor = 'x'",
                "delete from configuration_change",
                "update configuration_tree set files = ''",
                "truncate configuration_tree cascade")) {
            assertThatThrownBy(() -> {
                        try (var connection = database.getConnection();
                                var statement = connection.createStatement()) {
                            statement.execute(sql);
                        }
                    })
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("never changed");
        }
    }

    private Now made(Wanted wanted, Now basis) {
        return ((Made.Serves) revisions.make(wanted, basis)).now();
    }

    private static Wanted wanted(String kind, Archive tree) {
        return new Wanted(kind, tree, tree.departments(), List.of(), List.of(), "integrator", "a note");
    }

    private static Archive tree(String department, String text) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry("departments/" + department + "/department.yaml"));
            out.write(text.getBytes(UTF_8));
        }
        return Archive.ofZip(bytes.toByteArray());
    }
}
