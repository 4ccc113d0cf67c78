package org.onewindow.licences.authority;

import java.util.HexFormat;
import javax.sql.DataSource;
import org.onewindow.licences.keys.HolderId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** For what a copy is made: what the authorisation of its use says, which is written down and committed. */
public final class CopyPurposes {

    private final JdbcClient sql;

    public CopyPurposes(DataSource database) {
        this.sql = JdbcClient.create(database);
    }

    /**
     * The purpose of one use.
     *
     * @param matter its code
     * @param caseNumber the open case
     * @param holder by whose authority
     */
    public record Purpose(String matter, String caseNumber, HolderId holder) {}

    /** Of a use of the last seconds. */
    public Purpose of(Opened.Given use) {
        return sql.sql("select purpose, case_number, holder from lic.purpose_of(?)")
                .param(use.receipt())
                .query((row, _) -> new Purpose(
                        row.getString("purpose"),
                        row.getString("case_number"),
                        new HolderId(HexFormat.of().formatHex(row.getBytes("holder")))))
                .single();
    }
}
