package org.onewindow.portal.cases;

import java.util.Map;
import org.onewindow.portal.PortalTables;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.wire.Wire;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Carries a request out once, however often it comes under the same key (Idempotent Receiver); submissions have their own place in the
 * cases' transaction.
 *
 * <p>A node that was lost in between gives the key free after a minute; what it asked of a case is then asked again, and a case knows
 * what it was told before.
 */
@Component
public final class Answers {

    private final JdbcClient sql;

    Answers(PortalTables tables) {
        this.sql = tables.sql();
    }

    /**
     * Does it, or finds that it was done.
     *
     * @param request what makes two requests the same, JSON values
     * @return whether it had been done before
     */
    public boolean once(Caller caller, String key, Map<String, ?> request, Runnable act) {
        var hash = Wire.hash(request);
        if (isNew(caller, key, hash) || isTakenOver(caller, key, hash)) {
            carryOut(caller, key, act);
            return false;
        }
        return true;
    }

    private boolean isNew(Caller caller, String key, String hash) {
        return sql.sql(
                                """
                        insert into answer (client, idempotency_key, request_hash) values (?, ?, ?)
                        on conflict do nothing""")
                        .params(caller.client(), key, hash)
                        .update()
                == 1;
    }

    private record Row(String hash, boolean done, boolean lost) {}

    /** False: it is done. */
    private boolean isTakenOver(Caller caller, String key, String hash) {
        var earlier = sql.sql(
                        """
                        select request_hash, done, started_at < now() - interval '1 minute' as lost
                        from answer where client = ? and idempotency_key = ?""")
                .params(caller.client(), key)
                .query((row, _) -> new Row(row.getString(1), row.getBoolean(2), row.getBoolean(3)))
                .optional()
                .orElseThrow(() -> new Refusal(ProblemCode.REQUEST_IN_FLIGHT));
        if (!earlier.hash.equals(hash)) {
            throw new Refusal(ProblemCode.IDEMPOTENCY_KEY_REUSED);
        }
        if (earlier.done) {
            return false;
        }
        boolean mine = earlier.lost
                && sql.sql(
                                        """
                                update answer set started_at = now()
                                where client = ? and idempotency_key = ? and started_at < now() - interval '1 minute'""")
                                .params(caller.client(), key)
                                .update()
                        == 1;
        if (!mine) {
            throw new Refusal(ProblemCode.REQUEST_IN_FLIGHT);
        }
        return true;
    }

    private void carryOut(Caller caller, String key, Runnable act) {
        boolean done = false;
        try {
            act.run();
            done = true;
        } finally {
            var end = done
                    ? "update answer set done = true where client = ? and idempotency_key = ?"
                    : "delete from answer where client = ? and idempotency_key = ?";
            sql.sql(end).params(caller.client(), key).update();
        }
    }
}
