package org.onewindow.licences;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.onewindow.canonical.Party;
import org.onewindow.cases.IdentityHash;
import org.onewindow.cases.store.GroupCommit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who asked the departments about themselves, without a case (全程留痕): written down before the first question leaves. */
public final class InquiryLog {

    /** Arrays in SQL must be square, so the look-ups of one use travel as one text. */
    private static final String WRITE =
            """
            insert into inquiry_use (at, caller, inquiry, asked)
            select at::timestamptz, caller, inquiry, string_to_array(asked, ' ')
            from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as u(at, caller, inquiry, asked)""";

    private static final int LARGEST = 256;

    private final JdbcClient sql;
    private final GroupCommit<Noted, Noted> uses = new GroupCommit<>(LARGEST, this::write, _ -> false);
    private final IdentityHash hash;
    private final Clock clock;

    private record Noted(String at, String caller, String inquiry, String asked) {}

    public InquiryLog(DataSource database, IdentityHash hash, Clock clock) {
        this.sql = JdbcClient.create(database);
        this.hash = hash;
        this.clock = clock;
    }

    /**
     * Writes and commits, together with what others note at the same moment.
     *
     * @param asked the look-ups, as {@code department/operation}
     */
    public void note(Party caller, String inquiry, Collection<String> asked) {
        uses.add(new Noted(clock.instant().toString(), hash.of(caller), inquiry, String.join(" ", asked)));
    }

    private List<Noted> write(List<Noted> group) {
        sql.sql(WRITE)
                .params(
                        group.stream().map(Noted::at).toArray(String[]::new),
                        group.stream().map(Noted::caller).toArray(String[]::new),
                        group.stream().map(Noted::inquiry).toArray(String[]::new),
                        group.stream().map(Noted::asked).toArray(String[]::new))
                .update();
        return group;
    }
}
