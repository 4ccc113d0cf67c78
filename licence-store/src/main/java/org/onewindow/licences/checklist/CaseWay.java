package org.onewindow.licences.checklist;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
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

    /** A matter that brings the licence, and the role of those who get it. */
    private record Bringing(String matter, String role) {}

    @Override
    public Finding look(Ask ask) {
        var bringing = ask.question().tree().matters().values().stream()
                .flatMap(matter -> Optional.ofNullable(matter.issues())
                        .filter(issue -> ask.types().contains(issue.licence()))
                        .map(issue -> new Bringing(matter.code(), issue.holders()))
                        .stream())
                .toList();
        return !bringing.isEmpty() && isUnderWay(ask, bringing) ? Finding.of(Standing.AWAITED) : Finding.NOTHING;
    }

    /** Accepted, and with the holder in the role that gets it: who sells a home is brought no title. */
    private boolean isUnderWay(Ask ask, List<Bringing> bringing) {
        var number = ask.question().number();
        var matters = bringing.stream().map(Bringing::matter).collect(joining(" "));
        var roles = bringing.stream().map(Bringing::role).collect(joining(" "));
        return sql.sql(
                        """
                        select exists (select from party_of_case p join case_file f on f.number = p.number
                            join unnest(string_to_array(?, ' '), string_to_array(?, ' ')) as b(matter, role)
                              on f.matter = b.matter and p.role = b.role
                            where p.id_hash = ? and f.finished_at is null and f.number <> ?
                              and f.state in ('accepted', 'reviewing', 'supplement') and f.progress ->> 'acceptedAt' is not null)""")
                .params(matters, roles, hash.of(ask.whose()), number == null ? "" : number.text())
                .query(Boolean.class)
                .single();
    }
}
