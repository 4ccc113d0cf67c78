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
 */
public record Actor(String subject, String client, @Nullable String department, @Nullable HolderId self) {

    /** The hub by itself, for a case. */
    public static final Actor HUB = new Actor("hub", "hub", null, null);

    /** As SQL, with the parameters that {@link #bind} sets. */
    public static final String SQL = "row(:who::text, :client::text, :department::text, :self::bytea)::lic.caller";

    public StatementSpec bind(StatementSpec statement) {
        return statement
                .param("who", subject)
                .param("client", client)
                .param("department", department, Types.VARCHAR)
                .param("self", self == null ? null : self.bytes(), Types.BINARY);
    }

    /** Client and department only. */
    @Override
    public String toString() {
        return "Actor[" + client + (department == null ? "" : ", " + department) + "]";
    }
}
