package org.onewindow.licences;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import javax.sql.DataSource;
import org.onewindow.canonical.Party;
import org.onewindow.cases.IdentityHash;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who asked the departments about themselves, without a case (全程留痕): written down before the first question leaves. */
public final class InquiryLog {

    private final JdbcClient sql;
    private final IdentityHash hash;
    private final Clock clock;

    public InquiryLog(DataSource database, IdentityHash hash, Clock clock) {
        this.sql = JdbcClient.create(database);
        this.hash = hash;
        this.clock = clock;
    }

    /**
     * Writes and commits.
     *
     * @param asked the look-ups, as {@code department/operation}
     */
    public void note(Party caller, String inquiry, Collection<String> asked) {
        sql.sql("insert into inquiry_use (at, caller, inquiry, asked) values (?, ?, ?, ?)")
                .params(OffsetDateTime.now(clock), hash.of(caller), inquiry, asked.toArray(String[]::new))
                .update();
    }
}
