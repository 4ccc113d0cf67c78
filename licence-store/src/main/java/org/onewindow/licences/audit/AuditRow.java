package org.onewindow.licences.audit;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A row of the audit, as it is sealed: its number gives its place, its text its leaf.
 *
 * @param text all its columns, as a JSON array
 */
record AuditRow(long seq, String text) {

    /** In the order of their numbers; the text of a row never changes with the database's version or time zone. */
    static final String SELECT =
            """
            select seq, jsonb_build_array((extract(epoch from at) * 1000000)::bigint, actor, client, department, action, outcome, basis,
                authorisation, use, encode(holder, 'hex'), licence, type, case_number, fields)::text as text
            from audit.event where xid >= ?::text::xid8 and xid < ?::text::xid8 order by seq""";

    static AuditRow of(ResultSet row, int index) throws SQLException {
        return new AuditRow(row.getLong("seq"), row.getString("text"));
    }

    byte[] leaf() {
        return MerkleTree.leaf(text);
    }
}
