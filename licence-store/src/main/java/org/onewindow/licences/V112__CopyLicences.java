package org.onewindow.licences;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.onewindow.licences.LicenceDraft.Source;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Seals the licences of the store of before (V100) into the new one; their ids stay, for cases refer to them. */
final class V112__CopyLicences extends BaseJavaMigration {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final TypeReference<List<Holder>> HOLDERS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};

    private final Licences licences;

    V112__CopyLicences(Licences licences) {
        this.licences = licences;
    }

    @Override
    public void migrate(Context context) {
        Connection connection = context.getConnection();
        var sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        sql.sql("select * from licence order by (status = 'valid'), recorded_at, id")
                .query(V112__CopyLicences::before)
                .list()
                .forEach(one -> {
                    licences.copy(sql, one.id(), one.draft(), one.caseNumber());
                    sql.sql("update lic.licence set state = ?, superseded_by = ?, effective_on = recorded_at::date"
                                    + " where id = ? and ? <> 'valid'")
                            .params(one.status(), one.supersededBy(), one.id(), one.status())
                            .update();
                });
    }

    private record Before(
            String id,
            LicenceDraft draft,
            String status,
            @org.jspecify.annotations.Nullable String supersededBy,
            @org.jspecify.annotations.Nullable String caseNumber) {}

    private static Before before(ResultSet row, int index) throws SQLException {
        try {
            var caseNumber = row.getString("case_number");
            return new Before(
                    row.getString("id"),
                    new LicenceDraft(
                            row.getString("type"),
                            row.getString("number"),
                            JSON.readValue(row.getString("holders"), HOLDERS),
                            JSON.readValue(row.getString("data"), DATA),
                            row.getObject("issued_on", LocalDate.class),
                            null,
                            null,
                            caseNumber == null ? Source.CONVERTED : Source.ISSUED,
                            row.getObject("recorded_at", OffsetDateTime.class).toInstant()),
                    row.getString("status"),
                    row.getString("superseded_by"),
                    caseNumber);
        } catch (JsonProcessingException broken) {
            throw new SQLException("licence " + row.getString("id") + " cannot be read", broken);
        }
    }
}
