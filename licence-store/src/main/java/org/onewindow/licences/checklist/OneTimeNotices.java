package org.onewindow.licences.checklist;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.cases.Demand;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps each checklist as it is told (一次性告知): everything at once, and nothing later that was not asked before, but where something became
 * known since, or a supervisor said why it is demanded. The database refuses the rest.
 */
public final class OneTimeNotices {

    private final JdbcClient sql;

    public OneTimeNotices(DataSource database) {
        this.sql = JdbcClient.create(database);
    }

    /** The list as it may be told, by what was told before; the decision that tells it keeps it. */
    public NoticeToTell toTell(CaseNumber number, Checklist list) {
        var earlier = of(number);
        if (earlier.isEmpty()) {
            return NoticeToTell.of(list, Set.of());
        }
        if (earlier.getLast().wanted().equals(ListText.wanted(list))) {
            return new NoticeToTell(list, earlier.getLast().sha256(), Set.of(), true);
        }
        var asked = new HashSet<String>();
        earlier.forEach(one -> asked.addAll(one.wanted()));
        var before = ListText.standings(earlier.getLast().body());
        var grown = new HashSet<>(ListText.wanted(list));
        grown.removeAll(asked);
        list.items().stream().filter(Checklist.Item::demanded).forEach(item -> grown.remove(item.key()));
        var newFacts = new HashMap<String, String>();
        grown.stream().filter(before::containsKey).forEach(key -> newFacts.put(key, before.get(key)));
        grown.removeAll(newFacts.keySet());
        // what only other rules ask for now was not told at once, and may not be asked any more
        return NoticeToTell.of(list.without(grown), newFacts.keySet());
    }

    /** All of a case, the first first. */
    public List<Frozen> of(CaseNumber number) {
        return sql.sql(
                        """
                        select f.*, o.reason, o.made_at from mat.frozen(:case) f left join lateral (
                            select v.reason, v.made_at from mat.overrides(:case) v
                            where v.notice = f.number - 1 and v.demanded && f.wanted order by v.made_at desc limit 1) o on true
                        order by f.number""")
                .param("case", number.text())
                .query(OneTimeNotices::row)
                .list();
    }

    /** What is demanded of a case beyond what its matter asks for, by a supervisor's leave. */
    public List<Demand> demands(CaseNumber number) {
        return sql.sql("select distinct unnest(demanded) as key from mat.overrides(?) order by key")
                .param(number.text())
                .query((row, _) -> Demand.of(row.getString("key")))
                .list();
    }

    private static Frozen row(ResultSet row, int index) throws SQLException {
        return new Frozen(
                row.getInt("number"),
                row.getString("sha256"),
                row.getString("rule_version"),
                instant(row, "as_of"),
                row.getString("body"),
                words(row.getArray("wanted")),
                words(row.getArray("new_facts")),
                leave(row));
    }

    private static Frozen.@Nullable Leave leave(ResultSet row) throws SQLException {
        var reason = row.getString("reason");
        return reason == null ? null : new Frozen.Leave(reason, instant(row, "made_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static List<String> words(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
