package org.onewindow.cases.store;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.onewindow.canonical.CaseNumber;

/** Writes new cases with their submissions: what comes in together in one transaction and one statement. */
final class Openings {

    private static final int LARGEST = 64;
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /**
     * The second statement starts when the locks are held, so it sees a submission that was committed just before. No wait for what another
     * transaction has in hand is longer than a second: a node that is frozen in the middle of one holds up nobody else's. While the stores
     * forget somebody no case of theirs comes in, and while one comes in they are not forgotten; cases do not wait for each other there.
     */
    private static final String SEEN =
            """
            select pg_try_advisory_xact_lock(hashtextextended(k.client || '/' || k.key, 0)) as held, set_config('lock_timeout', '1s', true)
            from unnest(?::text[], ?::text[]) with ordinality as k(client, key, place) order by k.place;
            select count(pg_advisory_xact_lock_shared(hashtextextended('person ' || p, 0))::text) from unnest(?::text[]) p;
            select s.client, s.idempotency_key, s.request_hash, s.number from unnest(?::text[], ?::text[]) as k(client, key)
            cross join lateral (select * from submission s where s.client = k.client and s.idempotency_key = k.key limit 1) s""";

    /** In the order of what only one open case may be about: two nodes never wait for each other crosswise. */
    private static final String WRITE =
            """
            with came as (
                select * from jsonb_to_recordset(?::jsonb) as c(number text, matter text, matter_revision text, configuration text,
                    client text, idempotency_key text, request_hash text, subject text, mandate text, state text,
                    alarm_at timestamptz, received_at timestamptz, finished_at timestamptz, open_key text, provisional boolean,
                    seed text, request jsonb, progress jsonb, trace_count integer, trace_head text)
            ), file as (
                insert into case_file (number, matter, matter_revision, configuration, client, subject, mandate, state, version,
                    alarm_at, received_at, finished_at, open_key, provisional, seed, request, progress, trace_count, trace_head)
                select number, matter, matter_revision, configuration, client, subject, mandate, state, 1,
                    alarm_at, received_at, finished_at, open_key, provisional, seed, request, progress, trace_count,
                    decode(trace_head, 'hex')
                from came order by open_key, number
                on conflict do nothing
                returning number, received_at
            ), submitted as (
                insert into submission (client, idempotency_key, request_hash, number, at)
                select c.client, c.idempotency_key, c.request_hash, file.number, file.received_at
                from file join came c on c.number = file.number
            ), parties as (
                insert into party_of_case (id_hash, received_at, number, role)
                select p.id_hash, file.received_at, file.number, p.role
                from file join jsonb_to_recordset(?::jsonb) as p(number text, id_hash text, role text) on p.number = file.number
                on conflict do nothing
            ), steps as (
                insert into step (number, key, step, state, purpose, department, undo_department, correlation, next_at, body)
                select s.* from file join jsonb_to_recordset(?::jsonb) as s(number text, key text, step text, state text,
                    purpose text, department text, undo_department text, correlation text, next_at timestamptz, body jsonb)
                    on s.number = file.number
            ), events as (
                insert into case_event (number, seq, at, kind, step, details, hash)
                select e.number, e.seq, e.at, e.kind, e.step, e.details, decode(e.hash, 'hex')
                from file join jsonb_to_recordset(?::jsonb) as e(number text, seq integer, at timestamptz, kind text, step text,
                    details jsonb, hash text) on e.number = file.number
            )
            select number from file""";

    private final Transactions transactions;
    private final List<InTransaction> parts;
    private final GroupCommit<Opening, Submitted> commit =
            new GroupCommit<>(LARGEST, this::write, failure -> !(failure instanceof StoreAway));

    /** What a submission is known by. */
    private record Key(String client, String key) {
        static Key of(Submission submission) {
            return new Key(submission.client(), submission.idempotencyKey());
        }
    }

    Openings(Transactions transactions, List<InTransaction> parts) {
        this.transactions = transactions;
        this.parts = parts;
    }

    /** Returns when it is committed, or when it is known why it is not written. */
    Submitted add(Opening opening) {
        return commit.add(opening);
    }

    /** What the key of a submission stands for already; empty: nothing. */
    Optional<Submitted> seen(Submission submission) {
        return transactions.write(connection -> Optional.ofNullable(
                seen(connection, List.of(submission), List.of()).get(Key.of(submission))));
    }

    private List<Submitted> write(List<Opening> group) {
        try {
            return transactions.write(connection -> write(connection, group));
        } catch (IllegalStateException refused) {
            if (group.size() == 1 && isLockedElsewhere(refused)) {
                return List.of(new Submitted.InFlight());
            }
            throw refused;
        }
    }

    private static boolean isLockedElsewhere(IllegalStateException refused) {
        return refused.getCause() instanceof SQLException cause && LOCK_NOT_AVAILABLE.equals(cause.getSQLState());
    }

    /** Of two with the same key in one group the first is being stored while the second comes. */
    private List<Submitted> write(Connection connection, List<Opening> group) throws SQLException {
        var firsts = new LinkedHashMap<Key, Opening>();
        group.forEach(one -> firsts.putIfAbsent(Key.of(one.submission()), one));
        var seen = seen(
                connection,
                firsts.values().stream().map(Opening::submission).toList(),
                firsts.values().stream()
                        .flatMap(one -> one.people().stream())
                        .distinct()
                        .toList());
        var unseen = firsts.values().stream()
                .filter(one -> !seen.containsKey(Key.of(one.submission())))
                .toList();
        var written = unseen.isEmpty() ? Set.<String>of() : insert(connection, unseen);
        var results = new ArrayList<Submitted>();
        for (var one : group) {
            var key = Key.of(one.submission());
            if (!one.equals(firsts.get(key))) {
                results.add(new Submitted.InFlight());
            } else {
                var before = seen.get(key);
                results.add(before == null ? became(connection, one, written) : before);
            }
        }
        return results;
    }

    /**
     * What the keys of these submissions stand for already; whoever is missing has none, and it is ours until this transaction ends.
     *
     * @param people keyed hashes of whom they name
     */
    static Map<Key, Submitted> seen(Connection connection, List<Submission> submissions, List<String> people)
            throws SQLException {
        var clients = submissions.stream().map(Submission::client).toArray(String[]::new);
        var keys = submissions.stream().map(Submission::idempotencyKey).toArray(String[]::new);
        var seen = new HashMap<Key, Submitted>();
        var hashes = new HashMap<Key, String>();
        submissions.forEach(one -> hashes.put(Key.of(one), one.requestHash()));
        try (var statement =
                Rows.prepare(connection, SEEN, clients, keys, people.toArray(String[]::new), clients, keys)) {
            statement.execute();
            try (var locks = statement.getResultSet()) {
                for (var one : submissions) {
                    if (!locks.next() || !locks.getBoolean("held")) {
                        seen.put(Key.of(one), new Submitted.InFlight());
                    }
                }
            }
            statement.getMoreResults();
            statement.getMoreResults();
            try (var rows = statement.getResultSet()) {
                while (rows.next()) {
                    var key = new Key(rows.getString("client"), rows.getString("idempotency_key"));
                    boolean same = rows.getString("request_hash").equals(hashes.get(key));
                    var number = new CaseNumber(rows.getString("number"));
                    seen.putIfAbsent(key, same ? new Submitted.Replayed(number) : new Submitted.KeyReused());
                }
            }
        }
        return seen;
    }

    private static Set<String> insert(Connection connection, List<Opening> openings) throws SQLException {
        return new HashSet<>(Rows.list(
                connection,
                WRITE,
                row -> row.getString(1),
                json(openings, one -> List.of(one.file())),
                json(openings, Opening::parties),
                json(openings, Opening::steps),
                json(openings, Opening::events)));
    }

    private static String json(List<Opening> openings, Function<Opening, List<String>> rows) {
        return openings.stream().map(rows).flatMap(Collection::stream).collect(joining(",", "[", "]"));
    }

    private Submitted became(Connection connection, Opening opening, Set<String> written) throws SQLException {
        if (written.contains(opening.number().text())) {
            for (var part : opening.commands().isEmpty() ? List.<InTransaction>of() : parts) {
                part.carryOut(connection, opening.opened(), opening.commands());
            }
            return new Submitted.Accepted(opening.opened(), opening.commands());
        }
        var openKey = opening.openKey();
        if (openKey == null) {
            throw new IllegalStateException("the case number " + opening.number() + " is taken");
        }
        return Rows.first(
                        connection,
                        "select number from case_file where open_key = ?",
                        row -> new CaseNumber(row.getString(1)),
                        openKey)
                .<Submitted>map(Submitted.AlreadyOpen::new)
                .orElseGet(Submitted.InFlight::new);
    }
}
