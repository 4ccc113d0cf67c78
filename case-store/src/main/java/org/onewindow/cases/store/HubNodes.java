package org.onewindow.cases.store;

import java.util.UUID;
import javax.sql.DataSource;

/** The table of the hub's processes. */
final class HubNodes {

    private static final String BEGIN =
            """
            insert into hub_node as n (name, incarnation, alive_until)
            values (?, ?, clock_timestamp() + make_interval(secs => ?))
            on conflict (name) do update set incarnation = excluded.incarnation, alive_until = excluded.alive_until
                where ? or n.alive_until <= clock_timestamp() or n.incarnation in (?, ?)""";

    private static final String GO_ON =
            """
            update hub_node set alive_until = clock_timestamp() + make_interval(secs => ?)
            where name = ? and incarnation = ? and alive_until > clock_timestamp()""";

    private static final String END = "delete from hub_node where name = ? and incarnation = ?";

    private static final String FORGET =
            "delete from hub_node where alive_until < clock_timestamp() - interval '1 day'";

    /**
     * Whether the process that a row's column {@code incarnation} names is dead.
     *
     * <p>Its parameter: whether silence counts. One whose name another has taken, or that took its leave, is dead in any case.
     */
    static final String DEAD =
            """
            incarnation is not null and incarnation not in
                (select n.incarnation from hub_node n where n.alive_until > clock_timestamp() or not ?)""";

    private final Transactions transactions;

    HubNodes(DataSource dataSource) {
        this.transactions = new Transactions(dataSource);
    }

    /**
     * Takes the name for a new incarnation; not from another process that lives, unless the name is to be taken over.
     *
     * @param last the incarnation before, which is known to be over
     */
    boolean begins(String name, UUID incarnation, UUID last, boolean takesOver) {
        return transactions.write(connection -> {
            Rows.update(connection, FORGET);
            return Rows.update(
                            connection,
                            BEGIN,
                            name,
                            incarnation,
                            Life.SILENCE.toSeconds(),
                            takesOver,
                            last,
                            incarnation)
                    == 1;
        });
    }

    /** Whether it still lives, and so lives on. */
    boolean goesOn(String name, UUID incarnation) {
        return transactions.write(
                connection -> Rows.update(connection, GO_ON, Life.SILENCE.toSeconds(), name, incarnation) == 1);
    }

    void ends(String name, UUID incarnation) {
        transactions.write(connection -> Rows.update(connection, END, name, incarnation));
    }
}
