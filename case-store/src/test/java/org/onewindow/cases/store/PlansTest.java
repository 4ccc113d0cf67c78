package org.onewindow.cases.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.cases.Given.call;
import static org.onewindow.cases.Given.department;
import static org.onewindow.cases.Given.matter;
import static org.onewindow.cases.Given.operation;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.onewindow.config.Effect;

/** The hub must not become slower with the cases it has behind it: nothing it does all day reads a whole table. */
class PlansTest {

    private static final Hall HALL = new Hall(matter(call("deed")), department(operation("deed", Effect.NONE)));
    private static final HikariDataSource DATABASE = HALL.database;

    @BeforeAll
    static void thirtyThousandCasesMostOfThemOver() {
        var number = HALL.accepted();
        Database.execute(
                DATABASE,
                """
                insert into case_file select 'N' || i, matter, matter_revision, client, subject, mandate,
                    case when i % 100 = 0 then state else 'approved' end, version,
                    case when i % 100 = 0 then received_at + i * interval '1 second' end,
                    received_at - i * interval '1 minute', null, null, false, seed, request, progress, 0, trace_head
                    from case_file, generate_series(1, 30000) i where number = 'X'"""
                        .replace("'X'", "'" + number + "'"));
        Database.execute(
                DATABASE,
                """
                insert into step select 'N' || i, key, step, 'done', purpose, department, undo_department, md5(i::text),
                    md5('u' || i), null, null, null, null, body
                    from step, generate_series(1, 30000) i where number = 'X'"""
                        .replace("'X'", "'" + number + "'"));
        Database.execute(
                DATABASE,
                "insert into party_of_case select md5((i / 3)::text), received_at, number, 'seller' "
                        + "from case_file, lateral (select substr(number, 2)::int as i) n where number like 'N%'");
        Database.execute(
                DATABASE,
                "insert into task (number, kind, why, opened_at, closed_at) "
                        + "select number, 'k', '{}', received_at, received_at from case_file where number like 'N%'");
        Database.execute(
                DATABASE,
                "insert into case_event select number, 1, received_at, 'received', null, '{}', '' "
                        + "from case_file where number like 'N%'");
        Database.execute(
                DATABASE,
                "insert into attempt (number, key, purpose, attempt, phase, node, at) "
                        + "select number, 'deed', 'act', 1, 'ended', 'n', received_at from case_file where number like 'N%'");
        Database.execute(
                DATABASE,
                "insert into submission select 'portal', number, 'h', number, received_at "
                        + "from case_file where number like 'N%'");
        Database.execute(
                DATABASE,
                "insert into exchange (number, key, node, department, operation, at, ms, outcome, reference, effect_key, payload) "
                        + "select number, 'deed', 'n', 'd' || length(number), 'o', received_at, 1, 'answered', 'R' || number, "
                        + "gen_random_uuid(), '' from case_file where number like 'N%'");
        Database.execute(
                DATABASE,
                "insert into answer_number select 'd', number, number, received_at from case_file where number like 'N%'");
        Database.execute(DATABASE, "analyze");
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @TestFactory
    Stream<DynamicTest> readsNoWholeTable() {
        var now = Instant.parse("2026-09-14T02:00:00Z");
        return Stream.of(
                test("sweep", CaseIndex.DUE, now, 100),
                test("correlation", CaseIndex.BY_CORRELATION, "c", "registry", "c", "registry"),
                test("number of an answer", AnswerNumbers.CORRELATION, "d", "N7"),
                test("old numbers of answers", AnswerNumbers.SWEEP, now.minus(AnswerNumbers.KEPT)),
                test("late alarms", Workload.LATE, now),
                test("queues", Workload.QUEUES, now),
                test("answers of the last minutes", Workload.ANSWERS, now),
                test("own cases", CaseIndex.OF_PERSON, "h", 20),
                test("own cases, next page", CaseIndex.OF_PERSON_AFTER, "h", "N7", "N7", 20),
                test("access", CaseIndex.CONCERNS, "N7", "h"),
                test("cases that lack a licence", CaseIndex.LACKING, (Object) new String[] {"h"}),
                test("department event", CaseIndex.HELD, "registry", "RELEASED", "T1"),
                test("provisional limits", CaseIndex.PROVISIONAL),
                test("held back", CaseIndex.HELD_BACK, new String[] {"tax"}, false, 100),
                test("messages of a case", messages("number = ?"), "N7", 20),
                test("messages of a department", messages("department = ?"), "registry", 20),
                test(
                        "failed messages",
                        messages("department = ? and outcome in ('unavailable', 'uncertain')"),
                        "d",
                        20),
                test("messages by reference", messages("reference = ?"), "R7", 20),
                test(
                        "messages by effect key",
                        messages("effect_key = ?::uuid"),
                        "0b0e6ad3-5c2f-5a5e-9d0a-6f2f5b6f7a01",
                        20),
                test("one case", CaseRow.FIND, "N7"),
                test("lock", CaseRow.LOCK.substring(0, CaseRow.LOCK.indexOf(';')), "N7"),
                test("steps", CaseRow.LOCK.substring(CaseRow.LOCK.indexOf(';') + 1), "N7"),
                test("open tasks", "select id from task where closed_at is null order by opened_at, id limit ?", 20),
                test("tasks of a case", "select id from task where number = ? order by id", "N7"),
                test("trace", CaseIndex.TRACE_AFTER, "N7", 3),
                test("trace lengths", CaseIndex.TRACE_LENGTHS, (Object) new String[] {"N7", "N8"}),
                test("attempts", "select id from attempt where number = ? order by id", "N7"),
                test("submission", "select number from submission where client = ? and idempotency_key = ?", "p", "k"),
                test("open key", "select number from case_file where open_key = ?", "k"));
    }

    private static String messages(String where) {
        return "select " + Messages.COLUMNS + " from exchange where " + where + " order by id desc limit ?";
    }

    private static DynamicTest test(String name, String sql, @Nullable Object... parameters) {
        return DynamicTest.dynamicTest(
                name, () -> assertThat(plan(sql, parameters)).doesNotContain("Seq Scan"));
    }

    @Test
    void wouldTellAWholeTableRead() throws SQLException {
        assertThat(plan("select number from case_file where mandate = ?", "m")).contains("Seq Scan on case_file");
    }

    private static String plan(String sql, @Nullable Object... parameters) throws SQLException {
        try (var connection = DATABASE.getConnection()) {
            return String.join("\n", Rows.list(connection, "explain " + sql, row -> row.getString(1), parameters));
        }
    }

    @Test
    void writesATransitionWithoutReadingAWholeTable() throws SQLException {
        try (var connection = DATABASE.getConnection()) {
            connection.setAutoCommit(false);
            var sql = everyPart()
                    .replaceAll("\\?::jsonb", "'[]'::jsonb")
                    .replaceAll("\\?::text\\[\\]", "'{}'::text[]")
                    .replaceAll("\\?::bytea", "null::bytea")
                    .replace("number = ? and version = ?", "number = 'N7' and version = 1")
                    .replace("case when ? then", "case when true then")
                    .replace("(? or task", "(false or task")
                    .replace("coalesce(?::text,", "coalesce(null::text,")
                    .replaceAll("= \\?", "= null");
            assertThat(String.join("\n", Rows.list(connection, "explain " + sql, row -> row.getString(1))))
                    .doesNotContain("Seq Scan");
            connection.rollback();
        }
    }

    private static String everyPart() {
        return new WriteParts()
                .andIf(true, WriteParts.STEPS)
                .andIf(true, WriteParts.GONE)
                .andIf(true, WriteParts.EVENTS)
                .andIf(true, WriteParts.SENT)
                .andIf(true, WriteParts.CALLS)
                .andIf(true, WriteParts.SAID)
                .andIf(true, WriteParts.CLOSED)
                .andIf(true, WriteParts.OPENED)
                .sql();
    }
}
