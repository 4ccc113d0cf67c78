package org.onewindow.licences.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.onewindow.licences.Somebody;
import org.onewindow.licences.TestStore;
import org.onewindow.licences.audit.Tampering.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;

class AuditSealTest {

    private final SealKey key = new SealKey(new byte[32]);
    private final AuditSealer sealer = new AuditSealer(TestStore.DATABASE, key, TestStore.CLOCK);
    private final AuditRetention retention =
            new AuditRetention(TestStore.DATABASE, key, Duration.ofDays(1095), TestStore.CLOCK);
    private final AuditCheck check = new AuditCheck(TestStore.DATABASE, key);
    private final JdbcClient sql = JdbcClient.create(TestStore.DATABASE);
    private final JdbcClient owner = JdbcClient.create(TestStore.OWNER);
    private final Somebody wang = Somebody.arrives();

    @Test
    void hashesAsTheStandardSays() {
        // RFC 6962, the root of nothing and of one empty leaf
        assertThat(HexFormat.of().formatHex(MerkleTree.root(List.of())))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(HexFormat.of().formatHex(MerkleTree.leaf("")))
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        var leaves =
                IntStream.range(0, 5).mapToObj(i -> MerkleTree.leaf("" + i)).toList();
        assertThat(MerkleTree.root(leaves)).isNotEqualTo(MerkleTree.root(leaves.reversed()));
    }

    @Test
    void namesTheBatchAndWhatWasDoneToIt() {
        assertThat(check.tamperings()).isEmpty();
        var rows = sealedRows(5);
        long batch = batchOf(rows.getFirst());
        sealedRows(1);
        assertThat(check.tamperings()).isEmpty();

        undone("update audit.event set outcome = 'ok-' || seq where seq = " + rows.getFirst(), () -> assertThat(
                        check.tamperings())
                .containsExactly(new Tampering(batch, Kind.ALTERED, rows.getFirst())));
        undone("delete from audit.event where seq = " + rows.get(1), () -> assertThat(check.tamperings())
                .containsExactly(new Tampering(batch, Kind.REMOVED, rows.get(1)))
                .first()
                .hasToString("batch " + batch + ": row " + rows.get(1) + " removed"));
        undone(
                "insert into audit.event (xid, at, actor, client, action, outcome)"
                        + " select xid, at, 'forged', client, action, outcome from audit.event where seq = "
                        + rows.get(2),
                () -> assertThat(check.tamperings()).extracting(Tampering::kind).containsExactly(Kind.INSERTED));
        undone(
                """
                update audit.event e set licence = o.licence, action = o.action, outcome = o.outcome, use = o.use, fields = o.fields,
                    authorisation = o.authorisation, basis = o.basis, at = o.at, case_number = o.case_number, type = o.type
                from audit.event o where e.seq in (%1$d, %2$d) and o.seq in (%1$d, %2$d) and e.seq <> o.seq"""
                        .formatted(rows.get(3), rows.get(4)),
                () -> assertThat(check.tamperings())
                        .extracting(Tampering::kind)
                        .containsOnly(Kind.REORDERED)
                        .hasSize(2));
        undone("update audit.seal set root = sha256(root) where batch = " + batch, () -> assertThat(check.tamperings())
                .contains(new Tampering(batch, Kind.ROOT_FORGED, 0)));
        undone(
                "delete from audit.seal where batch = " + batch,
                () -> assertThat(check.tamperings()).extracting(Tampering::kind).contains(Kind.SEAL_REMOVED));
        assertThat(check.tamperings()).isEmpty();
    }

    @Test
    void aFaultInOneRoundDoesNotEndTheSealing() {
        var broken = new AuditSealer(TestStore.DATABASE, key, () -> {
            throw new IllegalStateException("a clock that stands");
        });
        TestStore.own().all(wang.actor());
        wang.holds(Somebody.REGISTER);

        assertThatThrownBy(broken::seal).hasMessage("a clock that stands");
        assertThatCode(() -> broken.round(retention)).doesNotThrowAnyException();
    }

    /** Whoever forges a whole seal needs the key, which is not in the database. */
    @Test
    void takesNoSealOfAnotherKey() {
        sealedRows(1);
        var other = new byte[32];
        other[0] = 1;

        assertThat(new AuditCheck(TestStore.DATABASE, new SealKey(other)).tamperings())
                .isNotEmpty()
                .extracting(Tampering::kind)
                .containsOnly(Kind.ROOT_FORGED);
    }

    /** Rows of a transaction that still runs come into a later batch, although their numbers are lower. */
    @Test
    void waitsForTransactionsThatStillRun() throws SQLException {
        sealer.seal();
        try (var slow = TestStore.DATABASE.getConnection()) {
            slow.setAutoCommit(false);
            try (var statement = slow.createStatement()) {
                statement.execute(
                        "select lic.verify_print(row('slow', 'test', null, null)::lic.caller, now(), '\\x00', 1, false)");
            }
            TestStore.own().all(wang.actor());

            sealer.seal();

            assertThat(check.tamperings()).isEmpty();
            slow.commit();
        }
        assertThat(sealer.seal()).isPositive();
        assertThat(check.tamperings()).isEmpty();
        assertThat(batchOf(sql.sql("select max(seq) from audit.event where actor = 'slow'")
                        .query(Long.class)
                        .single()))
                .isPositive();
    }

    private List<Long> sealedRows(int count) {
        for (int i = 0; i < count; i++) {
            TestStore.own().one(wang.actor(), "lic_" + i);
        }
        sealer.seal();
        return sql.sql("select seq from audit.event where actor = ? order by seq")
                .param(wang.actor().subject())
                .query(Long.class)
                .list();
    }

    private long batchOf(long row) {
        return sql.sql("select batch from audit.seal where ? = any (seqs)")
                .param(row)
                .query(Long.class)
                .single();
    }

    /** As the owner of the database could: then everything is put back. */
    private void undone(String forgery, Runnable then) {
        owner.sql("create table audit.kept_event as select * from audit.event").update();
        owner.sql("create table audit.kept_seal as select * from audit.seal").update();
        triggers("disable");
        try {
            owner.sql(forgery).update();
            then.run();
        } finally {
            owner.sql("delete from audit.event").update();
            owner.sql("insert into audit.event overriding system value select * from audit.kept_event")
                    .update();
            owner.sql("delete from audit.seal").update();
            owner.sql("insert into audit.seal select * from audit.kept_seal").update();
            owner.sql("drop table audit.kept_event, audit.kept_seal").update();
            triggers("enable");
        }
    }

    private void triggers(String verb) {
        owner.sql("alter table audit.event " + verb + " trigger event_stays").update();
        owner.sql("alter table audit.seal " + verb + " trigger seal_stays").update();
    }
}
