package org.onewindow.licences.checklist;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What another open case of the same holder will bring is never asked of them. */
final class CaseWay implements Way {

    private final JdbcClient sql;

    CaseWay(DataSource database) {
        this.sql = JdbcClient.create(database);
    }

    @Override
    public Finding look(Ask ask) {
        var bringing = ask.question().tree().matters().values().stream()
                .filter(matter -> matter.issues() != null
                        && ask.types().contains(matter.issues().licence()))
                .map(matter -> matter.code())
                .toList();
        return !bringing.isEmpty() && isUnderWay(ask, String.join(" ", bringing))
                ? Finding.of(Standing.AWAITED)
                : Finding.NOTHING;
    }

    private boolean isUnderWay(Ask ask, String matters) {
        var number = ask.question().number();
        return sql.sql(
                        """
                        select exists (select from party_of_case p join case_file f on f.number = p.number
                            where left(p.id_hash, 32) = ? and f.finished_at is null and f.number <> ?
                              and f.state in ('accepted', 'reviewing') and f.matter = any (string_to_array(?, ' ')))""")
                .params(ask.holder().hex(), number == null ? "" : number.text(), matters)
                .query(Boolean.class)
                .single();
    }
}
