package org.onewindow.hub.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real process, killed (-9) where it hurts, and started again: the case ends right, and no effect comes twice.
 *
 * <p>The points are reached by what the simulated departments do: they hang, answer late, or have their effect and cut the line.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillIT {

    private final TrialHouse house;

    KillIT() throws Exception {
        house = TrialHouse.start("kill");
    }

    @AfterAll
    void stop() {
        house.close();
    }

    @BeforeEach
    void beginAgain() {
        house.until(() -> house.home().look().path("state").path("finished").asBoolean());
        house.beginAgain();
    }

    @Test
    void afterTheApplicationWasTaken() throws Exception {
        killAndRestart();

        house.endsAs("approved");
    }

    @Test
    void afterTheLeaseOfAnAct() throws Exception {
        house.mode("land-registry/token", "hang");
        house.until(() -> house.called("land-registry", "token"));

        killAndRestart();

        house.endsAs("approved");
    }

    @Test
    void afterTheMessageWasSent() throws Exception {
        house.mode("tax/assess-transfer-tax", "hang");
        house.until(() -> house.called("tax", "assessTransferTax"));

        killAndRestart();

        house.endsAs("approved");
    }

    @Test
    void afterTheDepartmentsEffect() throws Exception {
        house.mode("tax/assess-transfer-tax", "late");
        house.until(() -> house.hasEffect("tax", "assessment-made"));

        killAndRestart();

        house.endsAs("approved");
    }

    @Test
    void afterTheEffectOfADepartmentThatKnowsNoKeys() throws Exception {
        house.mode("civil-affairs/MZ0201", "late");
        house.until(() -> house.hasEffect("civil-affairs", "note-made"));

        killAndRestart();

        house.endsAs("approved");
    }

    @Test
    void betweenACallbackAndItsCommit() throws Exception {
        house.control("PUT", "/sim/modes/land-registry/transferOutcome", "{\"mode\": \"down\", \"times\": 100}");
        house.until(() -> house.isWaiting("transfer")
                && !house.control("GET", "/sim/deliveries", "").isEmpty());

        try (var database = house.database()) {
            hold(database);
            // only now, so that it cannot be faster than the hold
            house.control("DELETE", "/sim/modes", "");
            house.until(() -> {
                house.control("POST", "/sim/land-registry/callbacks", "");
                return waits(database);
            });
            house.kill();
        }
        house.restart();
        house.control("POST", "/sim/land-registry/callbacks", "");

        house.endsAs("approved");
    }

    @Test
    void beforeThePaymentNotice() throws Exception {
        house.mode("payment-platform/notification", "down");
        house.until(() -> house.hasEffect("payment-platform", "bill-paid"));

        killAndRestart();
        house.control("POST", "/sim/payment-platform/notifications", "");

        house.endsAs("approved");
    }

    @Test
    void afterThePaymentNotice() throws Exception {
        house.until(() -> house.hasEffect("payment-platform", "bill-paid")
                && house.control("GET", "/sim/deliveries", "").isEmpty());

        killAndRestart();

        house.endsAs("approved");
    }

    @Test
    void duringTheUndoing() throws Exception {
        house.until(() -> house.isWaiting("transfer"));
        house.mode("land-registry/withdraw-transfer", "late");
        house.withdraw();
        house.until(() -> house.hasEffect("land-registry", "transfer-withdrawn"));

        killAndRestart();

        house.endsAs("withdrawn");
    }

    @Test
    void withTheBrokersJournalDeleted() throws Exception {
        house.mode("housing-fund/withdraw-apply", "late");
        house.until(() -> house.hasEffect("housing-fund", "withdrawal-applied"));

        house.kill();
        deleteTree(house.data().resolve("broker"));
        house.restart();

        house.endsAs("approved");
    }

    /** The old revision or the new one serves, never half of it; and the case ends by the one it began on. */
    @Test
    void inTheMiddleOfAnApply(@TempDir Path folder) throws Exception {
        for (var point : HeldApply.Point.values()) {
            var apply = new HeldApply(house, folder.resolve(point.name()));
            apply.killedAt(point);

            house.restart();

            apply.serves(point == HeldApply.Point.AFTER_ITS_TRANSACTION);
        }
        house.endsAs("approved");
    }

    private void killAndRestart() throws Exception {
        house.kill();
        house.restart();
    }

    /** Whoever wants to write this case now waits for us. */
    private void hold(Connection database) throws SQLException {
        database.setAutoCommit(false);
        try (var statement = database.prepareStatement("select from case_file where number = ? for update")) {
            statement.setString(1, house.home().number());
            statement.execute();
        }
    }

    /** What a transaction has once seen of other sessions it sees until it clears it. */
    private static boolean waits(Connection database) {
        try (var statement = database.createStatement()) {
            statement.execute("select pg_stat_clear_snapshot()");
            return waits(statement);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private static boolean waits(Statement statement) throws SQLException {
        try (var found = statement.executeQuery("select from pg_stat_activity where wait_event_type = 'Lock'")) {
            return found.next();
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        try (var entries = Files.walk(folder)) {
            for (var entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }
}
