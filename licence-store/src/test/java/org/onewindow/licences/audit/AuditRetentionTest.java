package org.onewindow.licences.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.onewindow.licences.Contents;
import org.onewindow.licences.OwnLicences;
import org.onewindow.licences.Somebody;
import org.onewindow.licences.TestStore;
import org.onewindow.licences.audit.Tampering.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An audit of which one batch is four years old and one is of today. */
class AuditRetentionTest {

    private static final Duration THREE_YEARS = Duration.ofDays(1095);
    private static final Clock NOW = Clock.systemUTC();
    private static final Clock FOUR_YEARS_AGO = Clock.offset(NOW, Duration.ofDays(-1461));

    private final TestStore.Apart database = TestStore.apart();
    private final SealKey key = new SealKey(new byte[32]);
    private final AuditCheck check = new AuditCheck(database.hub(), key);
    private final AuditRetention retention = new AuditRetention(database.hub(), key, THREE_YEARS, NOW);
    private final JdbcClient hub = JdbcClient.create(database.hub());
    private final JdbcClient owner = JdbcClient.create(database.owner());
    private final List<Long> old = sealed(FOUR_YEARS_AGO);
    private final List<Long> young = sealed(NOW);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void endsWhatIsOldAndTellsItFromWhatWasTakenAway() {
        assertThat(retention.sweep(100)).isEqualTo(1);
        assertThat(retention.sweep(100)).isZero();

        assertThat(left()).containsExactlyElementsOf(young);
        assertThat(check.tamperings()).isEmpty();

        unguarded("delete from audit.event");
        assertThat(check.tamperings())
                .containsExactly(young.stream()
                        .map(row -> new Tampering(2, Kind.REMOVED, row))
                        .toArray(Tampering[]::new));
    }

    @Test
    void takesNobodysWordForAnEndButTheHubsAndNotBeforeHalfAYear() {
        var soon = NOW.instant().truncatedTo(ChronoUnit.MILLIS);
        var otherKey = new SealKey("some other seed of 32 bytes here".getBytes(StandardCharsets.US_ASCII));
        unguarded("delete from audit.event");

        told(1, soon, otherKey);
        told(2, soon, key);

        assertThat(check.tamperings())
                .as("of another key; and before its time")
                .extracting(Tampering::batch)
                .containsOnly(1L, 2L)
                .hasSize(old.size() + young.size());
    }

    @Test
    void hidesNoTampering() {
        unguarded("delete from audit.event where seq = " + old.getFirst());

        assertThat(retention.sweep(100)).isZero();

        assertThat(check.tamperings()).containsExactly(new Tampering(1, Kind.REMOVED, old.getFirst()));
        assertThat(left()).hasSize(old.size() - 1 + young.size());
    }

    /** Its clock, its rows and its order are the database's own. */
    @Test
    void givesTheHubsOwnRoleNoWayToTheRowsOfToday() {
        var far = Instant.parse("2099-01-01T00:00:00Z");

        assertThatThrownBy(() -> ended(2, far)).hasMessageContaining("still kept");
        assertThatThrownBy(() -> ended(1, null)).hasMessageContaining("still kept");
        unguarded("insert into audit.event (xid, at, actor, client, action, outcome) overriding user value"
                + " select xid, now(), actor, client, action, outcome from audit.event where seq = " + old.getFirst());
        assertThatThrownBy(() -> ended(1, far)).hasMessageContaining("still kept");
        assertThatThrownBy(() -> hub.sql("delete from audit.event").update())
                .hasStackTraceContaining("permission denied for table event");
        assertThat(left()).hasSize(old.size() + young.size() + 1);
    }

    private void ended(long batch, @Nullable Instant at) {
        hub.sql("select lic.end_audit(?, ?, ?)")
                .params(batch, at == null ? null : at.atOffset(ZoneOffset.UTC), new byte[64])
                .query((_, _) -> batch)
                .single();
    }

    private void told(long batch, Instant at, SealKey by) {
        var seal = new Seals(hub).after(batch - 1, 1).getFirst().seal();
        unguarded("insert into audit.ended values (%d, '%s', '\\x%s')"
                .formatted(batch, at, HexFormat.of().formatHex(by.sign(EndOfBatch.signed(seal, at)))));
    }

    private List<Long> sealed(Clock clock) {
        var nobody = Somebody.arrives().actor();
        var contents = new Contents(database.hub(), TestStore.KEYS, TestStore.HASH, TestStore.CATALOGUE);
        var own = new OwnLicences(database.hub(), contents, clock);
        for (int i = 0; i < 3; i++) {
            own.one(nobody, "lic_" + i);
        }
        new AuditSealer(database.hub(), key, clock).seal();
        return hub.sql("select seq from audit.event where actor = ? order by seq")
                .param(nobody.subject())
                .query(Long.class)
                .list();
    }

    private List<Long> left() {
        return hub.sql("select seq from audit.event order by seq")
                .query(Long.class)
                .list();
    }

    /** As who owns the tables could. */
    private void unguarded(String forgery) {
        owner.sql("alter table audit.event disable trigger event_stays").update();
        try {
            owner.sql(forgery).update();
        } finally {
            owner.sql("alter table audit.event enable trigger event_stays").update();
        }
    }
}
