package org.onewindow.licences.document;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.IdentityHash;
import org.onewindow.licences.Actor;
import org.onewindow.licences.Catalogue;
import org.onewindow.licences.Contents;
import org.onewindow.licences.Licence;
import org.onewindow.licences.RandomIds;
import org.onewindow.licences.authority.Opened;
import org.onewindow.licences.keys.HolderId;
import org.onewindow.licences.keys.HolderKeys;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The signed documents that holders have of their licences (电子证照原件): each is made when it is first asked for, and from then on it is the
 * same file. Every look is written down and committed before a byte of it is read.
 */
public final class Originals {

    private final JdbcClient sql;
    private final HolderKeys keys;
    private final Contents contents;
    private final Catalogue catalogue;
    private final Clock clock;

    public Originals(DataSource database, HolderKeys keys, IdentityHash hash, Catalogue catalogue, Clock clock) {
        this.sql = JdbcClient.create(database);
        this.keys = keys;
        this.contents = new Contents(database, keys, hash, catalogue);
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /**
     * Has it written down that this holder looks at the document of this licence.
     *
     * @return the licence, whole; {@code none} and {@code not-in-force} where there is no document to be given
     */
    public Opened look(Actor holder, String licence) {
        var use = use(holder, licence);
        var id = use.id();
        if (id == null) {
            return new Opened.Refused(use.outcome(), use.state());
        }
        return contents.of(List.of(id)).stream()
                .findFirst()
                .<Opened>map(found -> new Opened.Given(id, found))
                .orElseGet(() -> new Opened.Refused("not-in-force", Licence.Status.REVOKED));
    }

    /**
     * The document of this look: as it was made at the first one, or made now and kept.
     *
     * @param making what the document is to be; called where there is none
     */
    public byte[] document(Actor holder, Opened.Given look, Supplier<byte[]> making) {
        var owner = Objects.requireNonNull(holder.self(), "a look of one's own is by somebody");
        return kept(owner, look).orElseGet(() -> {
            keep(owner, look, making.get());
            // another node may have been first: then it is that one's
            return kept(owner, look).orElseThrow(() -> new IllegalStateException("the document was not kept"));
        });
    }

    private record Use(String outcome, @Nullable Long id, Licence.@Nullable Status state) {}

    private Use use(Actor holder, String licence) {
        return holder.bind(sql.sql("select outcome, use_id, state from lic.use_original(" + Actor.SQL
                        + ", :now, :grant, :one, :knownFor::jsonb)"))
                .param("now", OffsetDateTime.ofInstant(clock.instant(), clock.getZone()))
                .param("grant", RandomIds.next("auth_"))
                .param("one", licence)
                .param("knownFor", catalogue.knownForSeconds())
                .query(Originals::use)
                .single();
    }

    private static Use use(ResultSet row, int index) throws SQLException {
        var state = row.getString("state");
        return new Use(
                row.getString("outcome"),
                row.getObject("use_id", Long.class),
                state == null ? null : Licence.Status.of(state));
    }

    private Optional<byte[]> kept(HolderId owner, Opened.Given look) {
        return sql.sql("select content, sha256, key, wrapped from lic.kept_original(?)")
                .param(look.receipt())
                .query((row, _) -> opened(owner, look.licence(), row))
                .optional();
    }

    private byte[] opened(HolderId owner, Licence licence, ResultSet row) throws SQLException {
        var content = row.getBytes("content");
        if (!MessageDigest.isEqual(sha256(content), row.getBytes("sha256"))) {
            throw new IllegalStateException("the document of licence " + licence.id() + " is not what was kept");
        }
        return keys.open(label(licence), owner, row.getBytes("wrapped"), row.getBytes("key"), content);
    }

    private void keep(HolderId owner, Opened.Given look, byte[] document) {
        var sealed = keys.seal(sql, label(look.licence()), document, List.of(owner));
        sql.sql("select lic.keep_original(?, ?, ?, ?)")
                .params(look.receipt(), sealed.content(), sha256(sealed.content()), sealed.wrappedKeys()[0])
                .query((_, _) -> true)
                .single();
    }

    private static String label(Licence licence) {
        return "original/" + licence.id() + '/' + licence.version();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
