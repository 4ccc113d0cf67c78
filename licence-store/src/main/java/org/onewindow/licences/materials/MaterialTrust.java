package org.onewindow.licences.materials;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.Declaration;
import org.onewindow.canonical.MaterialReference;
import org.onewindow.config.MaterialType;
import org.onewindow.config.TrustLevel;
import org.onewindow.licences.Uploads;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far what a case bears can be trusted: through whose hands it came, and whether a window held it against its original. */
public final class MaterialTrust {

    private final JdbcClient sql;
    private final Uploads uploads;

    public MaterialTrust(DataSource database, Uploads uploads) {
        this.sql = JdbcClient.create(database);
        this.uploads = uploads;
    }

    /**
     * What there is to say of one.
     *
     * @param originalSeenAt when a window held it against its original for this case; null: none did
     */
    public record Trust(TrustLevel level, @Nullable Instant originalSeenAt) {}

    /**
     * Of this one.
     *
     * @param type its kind; null: not registered
     * @param number the case that bears it; null: there is none yet
     */
    public Trust of(MaterialReference given, @Nullable MaterialType type, @Nullable CaseNumber number) {
        if (given.licence() != null) {
            return new Trust(TrustLevel.A, null);
        }
        var upload = given.upload();
        if (upload == null) {
            return new Trust(TrustLevel.D, null);
        }
        var known = sql.sql("select level, seen_at from mat.trust(?, ?, ?)")
                .params(number == null ? "" : number.text(), upload, given.stored() == null ? "" : given.stored())
                .query(MaterialTrust::known)
                .single();
        var kept = known.level();
        var level = kept == null ? level(given, type, upload, known.seenAt()) : kept;
        boolean raised = known.seenAt() != null && level.compareTo(TrustLevel.B) > 0;
        return new Trust(raised ? TrustLevel.B : level, known.seenAt());
    }

    private TrustLevel level(
            MaterialReference given, @Nullable MaterialType type, String upload, @Nullable Instant seen) {
        if (seen != null || uploads.isFromWindow(upload)) {
            return TrustLevel.B;
        }
        return isOwn(given, type) ? TrustLevel.D : TrustLevel.C;
    }

    /** Of the applicant's own making; what somebody signs instead of the paper is no more than their word. */
    static boolean isOwn(MaterialReference given, @Nullable MaterialType type) {
        return given.declared() == Declaration.COMMITMENT || (type != null && type.selfMade());
    }

    private record Known(@Nullable TrustLevel level, @Nullable Instant seenAt) {}

    private static Known known(ResultSet row, int index) throws SQLException {
        var level = row.getString("level");
        var seenAt = row.getObject("seen_at", OffsetDateTime.class);
        return new Known(level == null ? null : TrustLevel.valueOf(level), seenAt == null ? null : seenAt.toInstant());
    }
}
