package org.onewindow.licences.materials;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.MaterialReference;
import org.onewindow.cases.CaseMachine;
import org.onewindow.cases.IdentityHash;
import org.onewindow.config.MaterialType;
import org.onewindow.config.TrustLevel;
import org.onewindow.licences.Actor;
import org.onewindow.licences.keys.HolderId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people handed in, each in their own space (申请人的空间): only its holder, and the hub for a case that names them, see into it. */
public final class MaterialSpace {

    private static final String MATERIALS = "select m.*, mat.valid_to(m.id) as valid_to from ";

    private final JdbcClient sql;
    private final IdentityHash hash;
    private final Clock clock;

    public MaterialSpace(DataSource database, IdentityHash hash, Clock clock) {
        this.sql = JdbcClient.create(database);
        this.hash = hash;
        this.clock = clock;
    }

    /** What can be done with a material of one's own. */
    public enum Change {
        RESTRICT("restricted"),
        FREE("kept"),
        DELETE("deleted");

        private final String state;

        Change(String state) {
            this.state = state;
        }
    }

    /** Of these types, what can be used now; the newest first. Where the actor has no business with the holder there is nothing. */
    public List<StoredMaterial> look(
            Actor actor, HolderId holder, Collection<String> types, @Nullable CaseNumber caseNumber) {
        return actor.bind(sql.sql(MATERIALS + "mat.look(" + actor.onBehalfSql()
                        + ", :now, :holder, string_to_array(:types, ' '), :case) m"))
                .param("now", now())
                .param("holder", holder.bytes())
                .param("types", String.join(" ", types))
                .param("case", caseNumber == null ? null : caseNumber.text(), Types.VARCHAR)
                .query(MaterialSpace::row)
                .list();
    }

    /** What is wrong with the last day that somebody tells of it; empty: nothing, or they tell none. */
    public Optional<WrongDay> wrongDay(MaterialReference given) {
        return WrongDay.of(given, LocalDate.ofInstant(clock.instant(), CaseMachine.BEIJING));
    }

    /** Names of what the material was true for and is different now; empty: it can be said to be unchanged. */
    public List<String> changed(StoredMaterial stored, MaterialType type, Map<String, Object> input) {
        var today = Watched.of(type, input, hash);
        return stored.watched().entrySet().stream()
                .filter(watched -> !watched.getValue().equals(today.get(watched.getKey())))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** All that the actor has here; the newest first, at most 200. */
    public List<StoredMaterial> own(Actor holder) {
        return holder.bind(sql.sql(MATERIALS + "mat.space(" + Actor.SQL + ", :now) m"))
                .param("now", now())
                .query(MaterialSpace::row)
                .list();
    }

    /** For what the actor's materials were used again, by material; the newest first. */
    public Map<String, List<Use>> uses(Actor holder) {
        return holder
                .bind(sql.sql("select * from mat.uses(" + Actor.SQL + ")"))
                .query((row, _) -> Map.entry(
                        row.getString("material"),
                        new Use(
                                row.getString("case_number"),
                                row.getObject("said_at", OffsetDateTime.class).toInstant())))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    /** A case that it was used for, and since when. */
    public record Use(String caseNumber, Instant at) {}

    /** The material as it is now; empty: there is no such one of theirs. */
    public Optional<StoredMaterial> change(Actor holder, String id, Change change) {
        return holder.bind(sql.sql(
                        MATERIALS + "mat.change(" + Actor.SQL + ", :now, :id, :state) m where m.id is not null"))
                .param("now", now())
                .param("id", id)
                .param("state", change.state)
                .query(MaterialSpace::row)
                .optional();
    }

    /** Whether it is one of theirs that can be used again. */
    public boolean isOf(String id, HolderId holder) {
        return sql.sql("select mat.is_of(?, ?)")
                .params(id, holder.bytes())
                .query(Boolean.class)
                .single();
    }

    /** Writes down that this department is about to be given its bytes, for which case, and whose they are. */
    public void noteSent(String upload, String type, @Nullable CaseNumber caseNumber, String department) {
        Actor.hubTo(department)
                .bind(sql.sql("select mat.sent(" + Actor.SQL + ", :now, :upload, :type, :case)"))
                .param("now", now())
                .param("upload", upload)
                .param("type", type)
                .param("case", caseNumber == null ? null : caseNumber.text(), Types.VARCHAR)
                .query((_, _) -> upload)
                .single();
    }

    /** Says whether the hub may keep what the actor hands in for a later use. */
    public void say(Actor holder, boolean keeps) {
        holder.bind(sql.sql("select mat.say(" + Actor.SQL + ", :now, :keeps)"))
                .param("now", now())
                .param("keeps", keeps)
                .query((_, _) -> keeps)
                .single();
    }

    public boolean keeps(Actor holder) {
        return holder.bind(sql.sql("select mat.keeps(" + Actor.SQL + ")"))
                .query(Boolean.class)
                .single();
    }

    /** A clerk held it against the original, for an open case that bears it; false: there is no such one. */
    public boolean confirm(Actor clerk, String id, CaseNumber caseNumber) {
        return clerk.bind(sql.sql("select mat.confirm(" + Actor.SQL + ", :now, :id, :case)"))
                .param("now", now())
                .param("id", id)
                .param("case", caseNumber.text())
                .query(String.class)
                .single()
                .equals("ok");
    }

    /** Those whose time is over, at most so many. */
    List<String> over(int most) {
        return sql.sql("select mat.over(?, ?)")
                .params(now(), most)
                .query(String.class)
                .list();
    }

    /** It is gone from now on; empty: it was before, or its time is not over. */
    Optional<StoredMaterial> expire(String id) {
        return Actor.HUB
                .bind(sql.sql(MATERIALS + "mat.expire(" + Actor.SQL + ", :now, :id) m where m.id is not null"))
                .param("now", now())
                .param("id", id)
                .query(MaterialSpace::row)
                .optional();
    }

    /** Whether another material of theirs has the same bytes. */
    boolean isStillUsed(String upload, HolderId holder) {
        return sql.sql("select mat.is_still_used(?, ?)")
                .params(upload, holder.bytes())
                .query(Boolean.class)
                .single();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), clock.getZone());
    }

    private static StoredMaterial row(ResultSet row, int index) throws SQLException {
        return new StoredMaterial(
                row.getString("id"),
                new HolderId(HexFormat.of().formatHex(row.getBytes("holder"))),
                row.getString("type"),
                row.getString("upload"),
                TrustLevel.valueOf(row.getString("level")),
                Watched.read(row.getString("watched")),
                row.getString("first_case"),
                row.getObject("handed_in_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_used_at", OffsetDateTime.class).toInstant(),
                row.getObject("kept_until", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("state").equals("restricted"));
    }
}
