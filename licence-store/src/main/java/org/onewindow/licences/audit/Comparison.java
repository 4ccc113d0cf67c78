package org.onewindow.licences.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onewindow.licences.audit.Tampering.Kind;

/** What the rows of a batch are now, against what they were when it was sealed. */
final class Comparison {

    private final Seal seal;
    private final Map<Long, String> sealed = new HashMap<>();

    Comparison(Seal seal) {
        this.seal = seal;
        for (int i = 0; i < seal.rows().size(); i++) {
            sealed.put(
                    seal.rows().get(i), HexFormat.of().formatHex(seal.leaves().get(i)));
        }
    }

    List<Tampering> with(List<AuditRow> rows) {
        var found = new ArrayList<Tampering>();
        var there = new HashSet<Long>();
        var all = Set.copyOf(sealed.values());
        for (var row : rows) {
            there.add(row.seq());
            var leaf = HexFormat.of().formatHex(row.leaf());
            var before = sealed.get(row.seq());
            if (before == null) {
                found.add(new Tampering(seal.batch(), Kind.INSERTED, row.seq()));
            } else if (!before.equals(leaf)) {
                // what it says now was said elsewhere in the batch
                found.add(new Tampering(seal.batch(), all.contains(leaf) ? Kind.REORDERED : Kind.ALTERED, row.seq()));
            }
        }
        seal.rows().stream()
                .filter(row -> !there.contains(row))
                .forEach(row -> found.add(new Tampering(seal.batch(), Kind.REMOVED, row)));
        return found;
    }
}
