package org.onewindow.licences.materials;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * That the archives of a matter are ended.
 *
 * @param id {@code dsp_…}, random
 * @param endedBefore of cases that were over before this day
 * @param cases how many they were when it was asked
 * @param ended of how many it is done
 * @param confirmedAt when a second person said so; null: it waits for one
 * @param doneAt null: not all is done
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Disposal(
        String id,
        String matter,
        LocalDate endedBefore,
        int cases,
        int ended,
        Instant askedAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant doneAt) {

    static Disposal of(ResultSet row, int index) throws SQLException {
        return new Disposal(
                row.getString("id"),
                row.getString("matter"),
                row.getObject("ended_before", LocalDate.class),
                row.getInt("cases"),
                row.getInt("ended"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                at(row, "confirmed_at"),
                at(row, "done_at"));
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
