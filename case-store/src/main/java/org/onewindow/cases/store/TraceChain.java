package org.onewindow.cases.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.cases.CaseJson;
import org.onewindow.cases.TraceEntry;

/**
 * The end of a case's trace: each line's hash covers the line and the hash before, and the case itself keeps the last one, so
 * that no line can be changed, put in or taken away unseen.
 *
 * <p>Who may write all tables may forge a whole chain; against that the heads must be kept elsewhere too.
 */
final class TraceChain {

    private static final HexFormat HEX = HexFormat.of();

    private final CaseNumber number;
    private int count;
    private byte[] head;

    TraceChain(CaseNumber number, int count, byte[] head) {
        this.number = number;
        this.count = count;
        this.head = head;
    }

    static TraceChain empty(CaseNumber number) {
        return new TraceChain(number, 0, new byte[32]);
    }

    int count() {
        return count;
    }

    byte[] head() {
        return head;
    }

    /** Adds a line; the result is its row. */
    Map<String, Object> add(TraceEntry entry) {
        count++;
        head = hash(head, line(number, count, entry));
        var row = new TreeMap<String, Object>();
        row.put("seq", count);
        row.put("at", entry.at().toString());
        row.put("kind", entry.kind());
        row.put("details", entry.details());
        row.put("hash", HEX.formatHex(head));
        if (entry.stepKey() != null) {
            row.put("step", entry.stepKey());
        }
        return row;
    }

    private static String line(CaseNumber number, int seq, TraceEntry entry) {
        return CaseJson.write(List.of(
                number,
                seq,
                entry.at().toString(),
                entry.kind(),
                entry.stepKey() == null ? "" : entry.stepKey(),
                new TreeMap<>(entry.details())));
    }

    private static byte[] hash(byte[] before, String line) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(before);
            return sha.digest(line.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** Reckons all chains anew; what does not fit is told. */
    static List<String> verify(Connection connection) throws SQLException {
        var broken = new ArrayList<String>();
        connection.setAutoCommit(false);
        try (var statement = connection.prepareStatement(
                """
                select coalesce(f.number, e.number) as number, f.trace_count, f.trace_head,
                       e.seq, e.at, e.kind, e.step, e.details, e.hash
                from case_file f full join case_event e on e.number = f.number
                order by 1, e.seq""")) {
            statement.setFetchSize(1000);
            try (var rows = statement.executeQuery()) {
                var check = new Check(broken);
                while (rows.next()) {
                    check.row(rows);
                }
                check.endOfCase();
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        return broken;
    }

    static TraceEntry entry(ResultSet row) throws SQLException {
        return new TraceEntry(
                Rows.instant(row, "at"),
                row.getString("kind"),
                row.getString("step"),
                details(row.getString("details")));
    }

    private static Map<String, String> details(String json) {
        var details = new TreeMap<String, String>();
        CaseJson.readValues(json).forEach((name, value) -> details.put(name, value.toString()));
        return details;
    }

    /** Goes over the lines of all cases, in order. */
    private static final class Check {

        private final List<String> broken;
        private @Nullable TraceChain chain;
        private String current = "";
        private int keptCount;
        private byte[] keptHead = new byte[0];
        private boolean intact;

        Check(List<String> broken) {
            this.broken = broken;
        }

        void row(ResultSet row) throws SQLException {
            var number = row.getString("number");
            if (!number.equals(current)) {
                endOfCase();
                startOfCase(number, row);
            }
            if (intact && chain != null && row.getBytes("hash") != null) {
                line(row, chain);
            }
        }

        private void startOfCase(String number, ResultSet row) throws SQLException {
            current = number;
            intact = true;
            chain = TraceChain.empty(new CaseNumber(number));
            keptCount = row.getInt("trace_count");
            keptHead = row.getBytes("trace_head");
            if (keptHead == null) {
                tell("the case itself is gone");
            }
        }

        private void line(ResultSet row, TraceChain chain) throws SQLException {
            int seq = row.getInt("seq");
            if (seq != chain.count() + 1) {
                tell("lines before line " + seq + " are gone");
                return;
            }
            chain.add(entry(row));
            if (!Arrays.equals(chain.head(), row.getBytes("hash"))) {
                tell("line " + seq + " was changed");
            }
        }

        void endOfCase() {
            if (chain == null || !intact) {
                return;
            }
            if (chain.count() != keptCount || !Arrays.equals(chain.head(), keptHead)) {
                tell("lines after line " + chain.count() + " are gone or were put in");
            }
        }

        private void tell(String what) {
            intact = false;
            broken.add(current + ": " + what);
        }
    }
}
