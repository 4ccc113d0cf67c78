package org.onewindow.licences;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.onewindow.cases.IdentityHash;
import org.onewindow.licences.keys.HolderId;
import org.onewindow.licences.keys.HolderKeys;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Opens what was used: only for uses that are committed, and only within seconds of them; the database sees to both. What is of holders who
 * did not allow a use is masked here, so that no way leads around it.
 */
public final class Contents {

    private final JdbcClient sql;
    private final HolderKeys keys;
    private final CoHolders coHolders;

    public Contents(DataSource database, HolderKeys keys, IdentityHash hash, Catalogue catalogue) {
        this.sql = JdbcClient.create(database);
        this.keys = keys;
        this.coHolders = new CoHolders(hash, catalogue);
    }

    /** The licences of these uses, in their order; one that was revoked since is left out. */
    public List<Licence> of(List<Long> uses) {
        return sql.sql(
                        """
                        select c.* from unnest(:uses::bigint[]) with ordinality u(id, place), lateral lic.content(u.id) c
                        order by u.place""")
                .param("uses", uses.toArray(Long[]::new))
                .query(this::licence)
                .list();
    }

    private Licence licence(ResultSet row, int index) throws SQLException {
        var id = row.getString("id");
        int version = row.getInt("version");
        var sealed = row.getBytes("content");
        if (!MessageDigest.isEqual(sha256(sealed), row.getBytes("sha256"))) {
            throw new IllegalStateException("version " + version + " of licence " + id + " is not what was stored");
        }
        var holder = id(row.getBytes("holder"));
        var text = LicenceText.read(keys.open(
                LicenceText.label(id, version), holder, row.getBytes("wrapped"), row.getBytes("key"), sealed));
        var whole = new Licence(
                id,
                row.getString("type"),
                text.number(),
                text.identifier(),
                version,
                text.holders(),
                text.data(),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                Licence.Status.of(row.getString("state")),
                row.getObject("source_as_of", OffsetDateTime.class).toInstant());
        return coHolders.shown(whole, right(row, holder));
    }

    private static CoHolders.Right right(ResultSet row, HolderId holder) throws SQLException {
        var allowed = new HashSet<HolderId>();
        allowed.add(holder);
        for (var other : (byte[][]) row.getArray("too").getArray()) {
            allowed.add(id(other));
        }
        return new CoHolders.Right(
                row.getString("basis"), allowed, row.getString("purpose").equals("own-view"));
    }

    private static HolderId id(byte[] bytes) {
        return new HolderId(HexFormat.of().formatHex(bytes));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
