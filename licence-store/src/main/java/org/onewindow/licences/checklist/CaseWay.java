package org.onewindow.licences.checklist;

import javax.sql.DataSource;
import org.onewindow.cases.IdentityHash;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What another open case of the same holder will bring is never asked of them. */
final class CaseWay implements Way {

    private final JdbcClient sql;
    private final IdentityHash hash;

    CaseWay(DataSource database, IdentityHash hash) {
        this.sql = JdbcClient.create(database);
        this.hash = hash;
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
                            where p.id_hash = ? and f.finished_at is null and f.number <> ?
                              and f.state in ('accepted', 'reviewing') and f.matter = any (string_to_array(?, ' ')))""")
                .params(hash.of(ask.whose()), number == null ? "" : number.text(), matters)
                .query(Boolean.class)
                .single();
    }
}
