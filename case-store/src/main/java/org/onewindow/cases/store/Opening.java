package org.onewindow.cases.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.Party;
import org.onewindow.canonical.ServiceRequest;
import org.onewindow.cases.CaseJson;
import org.onewindow.cases.Decision;
import org.onewindow.cases.IdentityHash;

/** Writes a new case with its submission: all of it in one statement. */
final class Opening {

    /** The second statement starts when the lock is held, so it sees a submission that was committed just before. */
    private static final String SEEN = "select pg_try_advisory_xact_lock(hashtextextended(?, 0)); "
            + "select request_hash, number from submission where client = ? and idempotency_key = ?";

    private static final String WRITE =
            """
            with file as (
                insert into case_file (number, matter, matter_revision, configuration, client, subject, mandate, state, version, alarm_at,
                    received_at, finished_at, open_key, provisional, seed, request, progress, trace_count, trace_head)
                values (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?)
                on conflict do nothing
                returning number, received_at
            ), submitted as (
                insert into submission (client, idempotency_key, request_hash, number, at)
                select ?, ?, ?, file.number, file.received_at from file
            ), parties as (
                insert into party_of_case (id_hash, received_at, number, role)
                select p.id_hash, file.received_at, file.number, p.role
                from file, jsonb_to_recordset(?::jsonb) as p(id_hash text, role text)
                on conflict do nothing
            ), steps as (
                insert into step (number, key, step, state, purpose, department, undo_department, correlation, next_at, body)
                select file.number, s.* from file, jsonb_to_recordset(?::jsonb) as s(key text, step text, state text,
                    purpose text, department text, undo_department text, correlation text, next_at timestamptz, body jsonb)
            ), events as (
                insert into case_event (number, seq, at, kind, step, details, hash)
                select file.number, e.seq, e.at, e.kind, e.step, e.details, decode(e.hash, 'hex')
                from file, jsonb_to_recordset(?::jsonb)
                    as e(seq integer, at timestamptz, kind text, step text, details jsonb, hash text)
            )
            select count(*) from file""";

    private Opening() {}

    /** What the key of a submission stands for already; empty: nothing, and it is ours until this transaction ends. */
    static Optional<Submitted> seen(Connection connection, Submission submission) throws SQLException {
        var key = submission.client() + "/" + submission.idempotencyKey();
        try (var statement = Rows.prepare(connection, SEEN, key, submission.client(), submission.idempotencyKey())) {
            statement.execute();
            try (var lock = statement.getResultSet()) {
                if (!lock.next() || !lock.getBoolean(1)) {
                    return Optional.of(new Submitted.InFlight());
                }
            }
            statement.getMoreResults();
            try (var rows = statement.getResultSet()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                boolean same = rows.getString("request_hash").equals(submission.requestHash());
                var number = new CaseNumber(rows.getString("number"));
                return Optional.of(same ? new Submitted.Replayed(number) : new Submitted.KeyReused());
            }
        }
    }

    /**
     * What a case is found by besides its number.
     *
     * @param configuration the revision it goes by
     * @param open of what only one open case may be; null: no such rule
     */
    record Key(String configuration, @Nullable String open) {}

    /**
     * Writes it.
     *
     * @return whether it was written; not, where another open case has the same key
     */
    static boolean write(
            Connection connection, Decision decision, Submission submission, Key key, IdentityHash identityHash)
            throws SQLException {
        var opened = decision.next();
        var chain = TraceChain.empty(opened.number());
        var events = decision.trace().stream().map(chain::add).toList();
        return Rows.first(
                                connection,
                                WRITE,
                                row -> row.getInt(1),
                                opened.number().text(),
                                opened.matter().code(),
                                opened.matter().revision(),
                                key.configuration(),
                                submission.client(),
                                submission.subject(),
                                submission.mandate(),
                                opened.state().code(),
                                decision.alarm(),
                                opened.receivedAt(),
                                opened.finishedAt(),
                                opened.state().isOpen() ? key.open() : null,
                                opened.limits().provisional() && opened.state().isOpen(),
                                opened.seed(),
                                CaseJson.write(opened.request()),
                                CaseJson.write(opened.progress()),
                                chain.count(),
                                chain.head(),
                                submission.client(),
                                submission.idempotencyKey(),
                                submission.requestHash(),
                                CaseJson.write(parties(opened.request(), identityHash)),
                                CaseJson.write(opened.steps().values().stream()
                                        .map(step -> Transition.row(opened.matter(), step))
                                        .toList()),
                                CaseJson.write(events))
                        .orElse(0)
                == 1;
    }

    static Optional<CaseNumber> openCase(Connection connection, String openKey) throws SQLException {
        return Rows.first(
                connection,
                "select number from case_file where open_key = ?",
                row -> new CaseNumber(row.getString(1)),
                openKey);
    }

    private static List<Map<String, Object>> parties(ServiceRequest request, IdentityHash identityHash) {
        var rows = new ArrayList<Map<String, Object>>();
        rows.add(party(request.applicant(), "applicant", identityHash));
        for (var party : request.parties()) {
            rows.add(party(party, party.role() == null ? "party" : party.role(), identityHash));
        }
        return rows;
    }

    private static Map<String, Object> party(Party party, String role, IdentityHash identityHash) {
        return new TreeMap<>(Map.of("id_hash", identityHash.of(party), "role", role));
    }
}
