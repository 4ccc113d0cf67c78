package org.onewindow.licences;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.licences.keys.HolderId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes down who wanted something of the stores and was refused before the stores were asked: what they refuse themselves they write down. */
public final class Refusals {

    private final JdbcClient sql;
    private final Clock clock;

    Refusals(DataSource database, Clock clock) {
        this.sql = JdbcClient.create(database);
        this.clock = clock;
    }

    /**
     * What was wanted, as far as it could be understood.
     *
     * @param holder about whom
     * @param object a licence or a material by its id
     */
    public record About(
            @Nullable HolderId holder, @Nullable String object, List<String> types, @Nullable CaseNumber caseNumber) {

        public static final About NOTHING = new About(null, null, List.of(), null);

        /** Of this case, where it is understood which. */
        public static About of(@Nullable CaseNumber caseNumber) {
            return new About(null, null, List.of(), caseNumber);
        }

        public About {
            types = List.copyOf(types);
        }
    }

    /**
     * Committed when it returns.
     *
     * @param action what it would have been in the audit, such as {@code authorise}
     * @param reason a stable code
     */
    public void note(Actor actor, String action, String reason, About about) {
        var holder = about.holder();
        var number = about.caseNumber();
        actor.bind(sql.sql("select lic.note_refusal(" + Actor.SQL
                        + ", :now, :action, :reason, :holder, :object, :types, :case)"))
                .param("now", OffsetDateTime.ofInstant(clock.instant(), clock.getZone()))
                .param("action", action)
                .param("reason", reason)
                .param("holder", holder == null ? null : holder.bytes(), Types.BINARY)
                .param("object", about.object(), Types.VARCHAR)
                .param("types", about.types().isEmpty() ? null : String.join(" ", about.types()), Types.VARCHAR)
                .param("case", number == null ? null : number.text(), Types.VARCHAR)
                .query((_, _) -> action)
                .single();
    }
}
