package org.onewindow.licences;

import java.sql.Types;
import org.jspecify.annotations.Nullable;
import org.onewindow.licences.keys.HolderId;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Who asks something of the store, as their session proves it: never as a body says.
 *
 * @param subject the token's subject
 * @param client the registered client
 * @param department the department they speak for
 * @param self who they are in law; null: staff or a system
 * @param look by which they ask for somebody else, allowed a moment ago; null: for themselves
 */
public record Actor(
        String subject, String client, @Nullable String department, @Nullable HolderId self, @Nullable String look) {

    /** The hub by itself, for a case. */
    public static final Actor HUB = new Actor("hub", "hub", null, null);

    /** The hub by itself, for a case, towards this department: it is who gets what the hub sends. */
    public static Actor hubTo(String department) {
        return new Actor(HUB.subject, HUB.client, department, null);
    }

    /** As SQL, with the parameters that {@link #bind} sets. */
    public static final String SQL = "row(:who::text, :client::text, :department::text, :self::bytea)::lic.caller";

    /** For themselves. */
    public Actor(String subject, String client, @Nullable String department, @Nullable HolderId self) {
        this(subject, client, department, self, null);
    }

    /** The same, asking by a look that was allowed. */
    public Actor by(String allowed) {
        return new Actor(subject, client, department, self, allowed);
    }

    /** {@link #SQL} for what may be asked for somebody else too: while their look lasts the database takes them for whom it is of. */
    public String onBehalfSql() {
        return look == null ? SQL : "lic.on_behalf(" + SQL + ", :now, :look)";
    }

    public StatementSpec bind(StatementSpec statement) {
        return statement
                .param("who", subject)
                .param("client", client)
                .param("department", department, Types.VARCHAR)
                .param("self", self == null ? null : self.bytes(), Types.BINARY)
                .param("look", look, Types.VARCHAR);
    }

    /** Client and department only. */
    @Override
    public String toString() {
        return "Actor[" + client + (department == null ? "" : ", " + department) + "]";
    }
}
