package org.onewindow.licences.materials;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * That somebody looked at a material, as its holder is told of it.
 *
 * @param how {@code shown}, {@code sent} to a department, or {@code original-seen}: held against its original
 * @param material its upload, {@code upl_…}, or what it is in its holder's own space, {@code mat_…}
 * @param caseNumber the case that bears it
 * @param by the client; the hub itself where it sent it
 * @param own whether it was the reader
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MaterialLook(
        long id,
        Instant at,
        String how,
        String material,
        @Nullable String type,
        @Nullable String caseNumber,
        String by,
        @Nullable String department,
        boolean own) {

    static MaterialLook of(ResultSet row, int index) throws SQLException {
        return new MaterialLook(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                switch (row.getString("how")) {
                    case "show-material" -> "shown";
                    case "send-material" -> "sent";
                    default -> "original-seen";
                },
                row.getString("material"),
                row.getString("type"),
                row.getString("case_number"),
                row.getString("client"),
                row.getString("department"),
                row.getBoolean("own"));
    }
}
