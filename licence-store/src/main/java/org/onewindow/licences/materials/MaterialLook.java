package org.onewindow.licences.materials;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That somebody looked at a material, or for whatever there is, as its holder is told of it.
 *
 * @param how {@code shown}, {@code sent} to a department, {@code original-seen}: held against its original, or {@code looked-for}: a list of
 *     what an application needs was asked for by somebody else, and says what there is already
 * @param material its upload, {@code upl_…}, or what it is in its holder's own space, {@code mat_…}; null: looked for
 * @param types of what was looked for, licences too; null: one material was looked at
 * @param matter for which it was looked for
 * @param caseNumber the case that bears it, or for which it was looked for
 * @param by the client; the hub itself where it sent it
 * @param own whether it was the reader
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MaterialLook(
        long id,
        Instant at,
        String how,
        @Nullable String material,
        @Nullable String type,
        @Nullable List<String> types,
        @Nullable String matter,
        @Nullable String caseNumber,
        String by,
        @Nullable String department,
        boolean own) {

    private static final String LOOKED_FOR = "looked-for";

    static MaterialLook of(ResultSet row, int index) throws SQLException {
        var how = how(row.getString("how"));
        var types = row.getString("type");
        boolean lookedFor = how.equals(LOOKED_FOR);
        return new MaterialLook(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                how,
                row.getString("material"),
                lookedFor ? null : types,
                lookedFor && types != null ? List.of(types.split(" ")) : null,
                lookedFor ? row.getString("matter") : null,
                row.getString("case_number"),
                row.getString("client"),
                row.getString("department"),
                row.getBoolean("own"));
    }

    private static String how(String action) {
        return switch (action) {
            case "show-material" -> "shown";
            case "send-material" -> "sent";
            case "saw-original" -> "original-seen";
            case "look-for" -> LOOKED_FOR;
            default -> throw new IllegalArgumentException("no look at materials: " + action);
        };
    }
}
