package org.onewindow.licences.materials;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.MaterialReference;
import org.onewindow.canonical.ServiceRequest;
import org.onewindow.cases.IdentityHash;
import org.onewindow.licences.Actor;
import org.onewindow.licences.Uploads;
import org.onewindow.licences.authority.Spending;
import org.onewindow.licences.keys.HolderId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks at what a case bears: each is written down, and committed, before the first byte is read. */
public final class MaterialLooks {

    private static final String ARGUMENTS = "(" + Actor.SQL + ", :now, :upload, :type, :case, :holder)";

    private final JdbcClient sql;
    private final Uploads uploads;
    private final IdentityHash hash;
    private final Spending spending;
    private final Clock clock;

    public MaterialLooks(DataSource database, Uploads uploads, IdentityHash hash, Spending spending, Clock clock) {
        this.sql = JdbcClient.create(database);
        this.uploads = uploads;
        this.hash = hash;
        this.spending = spending;
        this.clock = clock;
    }

    /** What came of wanting to look. */
    public sealed interface Look {

        /** The bytes; whoever asked closes them. */
        record Shown(InputStream bytes) implements Look {}

        /**
         * Nothing is shown.
         *
         * @param reason {@code unknown}; {@code ended}: the archive of the case was ended; {@code no-purpose}: staff, and the case is not open; {@code over-budget}: they have looked at too many people
         */
        record Refused(String reason) implements Look {}
    }

    /**
     * Shows the bytes of what the case bears.
     *
     * @param material one of the case that the actor may see; null: there is no such one, which is written down as well
     * @throws IOException where they cannot be had
     */
    public Look show(Actor actor, CaseNumber number, ServiceRequest request, @Nullable MaterialReference material)
            throws IOException {
        var verdict = told("mat.show", actor, number, request, material);
        spending.watch(verdict, actor);
        var upload = material == null ? null : material.upload();
        return upload != null && verdict.equals("ok")
                ? new Look.Shown(uploads.open(upload))
                : new Look.Refused(verdict);
    }

    /** A clerk held what the case bears against its original; false: the case is not open. */
    public boolean sawOriginal(Actor clerk, CaseNumber number, ServiceRequest request, MaterialReference material) {
        return told("mat.see_original", clerk, number, request, material).equals("ok");
    }

    /**
     * Who looked at what the actor handed in, and whom it was sent to; the newest first.
     *
     * @param before those before this one
     * @param limit at most 200
     */
    public List<MaterialLook> at(Actor holder, long before, int limit) {
        return holder.bind(sql.sql("select * from mat.looks_at(" + Actor.SQL + ", :before, :limit)"))
                .param("before", before)
                .param("limit", limit)
                .query(MaterialLook::of)
                .list();
    }

    private String told(
            String function,
            Actor actor,
            CaseNumber number,
            ServiceRequest request,
            @Nullable MaterialReference material) {
        var whose = material == null
                ? null
                : HolderId.of(hash, Whose.of(material, request)).bytes();
        return actor.bind(sql.sql("select " + function + ARGUMENTS))
                .param("now", OffsetDateTime.ofInstant(clock.instant(), clock.getZone()))
                .param("upload", material == null ? null : material.upload(), Types.VARCHAR)
                .param("type", material == null ? null : material.type(), Types.VARCHAR)
                .param("case", number.text())
                .param("holder", whose, Types.BINARY)
                .query(String.class)
                .single();
    }
}
