package org.onewindow.cases.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.onewindow.cases.RetryStops;

class RetrySwitchesTest {

    private final HikariDataSource database = Database.fresh();
    private final MovableClock clock = new MovableClock();
    private final RetrySwitches switches = new RetrySwitches(database, clock);

    @AfterEach
    void close() {
        database.close();
    }

    private void turn(String department, boolean off, boolean includeOlder) {
        clock.advance(Duration.ofSeconds(1));
        switches.turn(department, off, includeOlder, "li", "because");
    }

    @Test
    void tellsEveryNodeOfIt() {
        var otherNode = new RetrySwitches(database, clock);

        turn("tax", true, false);
        otherNode.refresh();

        assertThat(otherNode.get().isOff("tax")).isTrue();
        assertThat(otherNode.get().isOff("fund")).isFalse();
    }

    @Test
    void drawsALineWhenItIsOnAgain() {
        var early = clock.instant();
        turn("tax", true, false);
        turn("tax", false, false);
        clock.advance(Duration.ofSeconds(1));

        assertThat(switches.get().hold("tax", early)).isTrue();
        assertThat(switches.get().hold("tax", clock.instant())).isFalse();
        assertThat(switches.get().exceptions()).containsExactly("tax");

        turn("tax", false, true);
        assertThat(switches.get().hold("tax", early)).isFalse();
    }

    @Test
    void theNewestWordCountsBeItOfOneOrOfAll() {
        var early = clock.instant();
        turn("tax", true, false);
        turn(RetryStops.ALL, true, false);
        turn("fund", false, true);

        assertThat(switches.get().isOff("registry")).isTrue();
        assertThat(switches.get().hold("fund", early)).isFalse();
        assertThat(switches.get().holdOthers()).isTrue();
        assertThat(switches.get().exceptions()).containsExactly("fund");

        turn(RetryStops.ALL, false, true);
        assertThat(switches.get().hold("tax", early)).isFalse();
        assertThat(switches.get().holdOthers()).isFalse();
    }

    @Test
    void keepsWhoTurnedItAndWhy() {
        turn("tax", true, false);

        assertThat(switches.all()).singleElement().satisfies(turned -> {
            assertThat(turned.by()).isEqualTo("li");
            assertThat(turned.reason()).isEqualTo("because");
        });
        assertThatThrownBy(() -> Database.execute(database, "update retry_switch set is_off = false"))
                .hasMessageContaining("never changed");
    }
}
