package org.onewindow.licences.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The seal over one batch: all audit rows of the transactions from one to another.
 *
 * @param from the first transaction
 * @param until the first transaction of the next batch
 * @param rows their numbers, in order
 * @param leaves a hash a row, in the same order
 * @param previous the hash of the seal before, in hex; 64 zeros for the first
 */
record Seal(
        long batch,
        long from,
        long until,
        List<Long> rows,
        List<byte[]> leaves,
        String root,
        String previous,
        Instant at) {

    static final String FIRST = "0".repeat(2 * MerkleTree.HASH);

    Seal {
        rows = List.copyOf(rows);
        leaves = List.copyOf(leaves);
    }

    static Seal over(long batch, long from, long until, List<AuditRow> rows, String previous, Instant at) {
        var leaves = rows.stream().map(AuditRow::leaf).toList();
        return new Seal(
                batch,
                from,
                until,
                rows.stream().map(AuditRow::seq).toList(),
                leaves,
                HexFormat.of().formatHex(MerkleTree.root(leaves)),
                previous,
                at);
    }

    /** What is signed: everything that says what is sealed. */
    byte[] signed() {
        return "%d|%d|%d|%s|%s|%s|%d"
                .formatted(batch, from, until, rows, root, previous, at.toEpochMilli())
                .getBytes(StandardCharsets.UTF_8);
    }

    String hash() {
        return HexFormat.of().formatHex(MerkleTree.sha256().digest(signed()));
    }

    byte[] leafBytes() {
        var all = ByteBuffer.allocate(leaves.size() * MerkleTree.HASH);
        leaves.forEach(all::put);
        return all.array();
    }

    static List<byte[]> leaves(byte[] all) {
        var leaves = new ArrayList<byte[]>();
        for (int at = 0; at + MerkleTree.HASH <= all.length; at += MerkleTree.HASH) {
            leaves.add(java.util.Arrays.copyOfRange(all, at, at + MerkleTree.HASH));
        }
        return leaves;
    }
}
