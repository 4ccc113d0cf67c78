package org.onewindow.licences.audit;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds the audit against its seals, batch after batch; reads only, in pieces, whatever the size. */
public final class AuditCheck {

    private static final int AT_ONCE = 20;
    private static final int TOLD = 1_000;

    private final JdbcClient sql;
    private final SealKey key;

    public AuditCheck(DataSource database, SealKey key) {
        this.sql = JdbcClient.create(database);
        this.key = key;
    }

    /** The newest seal, for somebody to note elsewhere: whoever takes the newest ones away is only found by that. Empty: none yet. */
    public Optional<String> head() {
        return new Seals(sql)
                .last()
                .map(last -> last.seal().batch() + " " + last.seal().hash());
    }

    /** What was done to it, at most a thousand findings; empty: nothing. */
    public List<Tampering> tamperings() {
        var found = new ArrayList<Tampering>();
        var seals = new Seals(sql);
        long batch = 0;
        long from = 0;
        var previous = Seal.FIRST;
        for (var next = seals.after(batch, AT_ONCE);
                !next.isEmpty() && found.size() < TOLD;
                next = seals.after(batch, AT_ONCE)) {
            for (var signed : next) {
                var seal = signed.seal();
                if (seal.batch() != batch + 1
                        || seal.from() != from
                        || !seal.previous().equals(previous)) {
                    found.add(new Tampering(batch + 1, Tampering.Kind.SEAL_REMOVED, 0));
                }
                found.addAll(check(signed));
                batch = seal.batch();
                from = seal.until();
                previous = seal.hash();
            }
        }
        return found.stream().distinct().limit(TOLD).toList();
    }

    /** What was done to one batch; also where it is ended between two looks of ours. */
    private List<Tampering> check(Seals.Signed signed) {
        var found = done(signed);
        return found.isEmpty() || signed.ended() != null
                ? found
                : new Seals(sql)
                        .after(signed.seal().batch() - 1, 1).stream()
                                .flatMap(again -> done(again).stream())
                                .toList();
    }

    /** What was done to this batch, as far as its seal and its rows say. */
    List<Tampering> done(Seals.Signed signed) {
        var seal = signed.seal();
        var root = HexFormat.of().formatHex(MerkleTree.root(seal.leaves()));
        if (!root.equals(seal.root())
                || !key.verifies(seal.signed(), HexFormat.of().parseHex(signed.signature()))) {
            return List.of(new Tampering(seal.batch(), Tampering.Kind.ROOT_FORGED, 0));
        }
        var ended = signed.ended();
        var rows = sql.sql(AuditRow.SELECT)
                .params(Long.toString(seal.from()), Long.toString(seal.until()))
                .query(AuditRow::of)
                .list();
        return rows.isEmpty() && ended != null && ended.holds(seal, key) ? List.of() : new Comparison(seal).with(rows);
    }
}
