package org.onewindow.cases.store;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What each node of the hub has made of the configuration that shall serve. */
public final class NodeRevisions {

    private static final String TELL =
            """
            insert into configuration_node (node, number, revision, fault, at) values (?, ?, ?, ?, ?)
            on conflict (node) do update set number = excluded.number, revision = excluded.revision,
                fault = excluded.fault, at = excluded.at""";

    /** Nodes that ended are no matter any more. */
    private static final String ALL =
            """
            select c.node, c.number, c.revision, c.fault, c.at from configuration_node c
            join hub_node n on n.name = c.node and n.alive_until > clock_timestamp() order by c.node""";

    private final Transactions transactions;
    private final Clock clock;
    private final String node;

    /** Speaks for this node. */
    public NodeRevisions(DataSource dataSource, Clock clock, String node) {
        this.transactions = new Transactions(dataSource);
        this.clock = clock;
        this.node = node;
    }

    /**
     * One node.
     *
     * @param number of the change it follows, or could not follow
     * @param revision what serves there
     * @param fault why it does not follow; null: it does
     */
    public record State(String node, int number, String revision, @Nullable String fault, Instant at) {}

    /** Tells how this node stands. */
    public void tell(int number, String revision, @Nullable String fault) {
        transactions.write(connection -> Rows.update(connection, TELL, node, number, revision, fault, clock.instant()));
    }

    /** All nodes that live, by name. */
    public List<State> all() {
        return transactions.read(connection -> Rows.list(
                connection,
                ALL,
                row -> new State(
                        row.getString("node"),
                        row.getInt("number"),
                        row.getString("revision"),
                        row.getString("fault"),
                        Rows.instant(row, "at"))));
    }
}
