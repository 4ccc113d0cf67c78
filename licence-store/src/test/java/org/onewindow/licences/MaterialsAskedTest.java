package org.onewindow.licences;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.licences.MaterialsAsked.Fields;
import org.onewindow.licences.MaterialsAsked.Satisfied;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How little the applicants of a matter were asked for: counted over cases as they stand in the tables. */
class MaterialsAskedTest {

    private static final String NONE = "{}";

    private final LicenceStatistics statistics = TestStore.store().statistics();
    private final JdbcClient sql = JdbcClient.create(TestStore.OWNER);
    private final String matter = "matter-" + UUID.randomUUID();

    @Test
    void countsEachRequirementByWhatSatisfiedIt() {
        complete(
                came("{\"form\": {\"a\": \"x\", \"b\": {\"c\": 1, \"d\": [true, null]}}, \"materials\": []}", NONE),
                "{\"card.0\": \"satisfied-data\", \"card.1\": \"satisfied-licence\", \"deed\": \"satisfied-stored\","
                        + " \"word\": \"satisfied-commitment\", \"contract\": \"satisfied-upload\"}");

        assertThat(counted())
                .isEqualTo(MaterialsAsked.of(matter, 1, new Satisfied(1, 1, 0, 1, 1, 1), 0, 0, new Fields(3, 0, 0), 0));
        assertThat(counted().requirements()).isEqualTo(5);
        assertThat(counted().reusedPercent()).isEqualTo(80);
        assertThat(counted().zeroRetypingPercent()).as("4 of 5 and 3").isEqualTo(50);
    }

    /** The list that was told last; what nobody can say anything of yet is no requirement. */
    @Test
    void countsOfACaseThatIsNotCompleteWhatItWasToldLast() {
        var number = came("{\"form\": {}, \"materials\": []}", NONE);
        told(number, 1, "missing", "missing", "missing", "missing");
        told(number, 2, "missing", "reuse-confirm", "satisfied-licence", "source-down");
        came("{\"form\": {}, \"materials\": []}", NONE);

        assertThat(counted())
                .isEqualTo(MaterialsAsked.of(matter, 2, new Satisfied(0, 1, 0, 0, 0, 0), 2, 0, new Fields(0, 0, 0), 0));
    }

    @Test
    void countsWhatDepartmentsAskedForLater() {
        var number = came(
                "{\"form\": {}, \"materials\": []}",
                """
                {"supplements": [{"id": "s1", "stepKey": null, "items": [{"code": "contract"}]},
                    {"id": "s2", "stepKey": "transfer", "items": [{"code": "map"}, {"code": "letter"}]}]}""");
        complete(number, "{\"contract\": \"satisfied-upload\"}");

        assertThat(counted())
                .isEqualTo(MaterialsAsked.of(matter, 1, new Satisfied(0, 0, 0, 0, 0, 1), 0, 2, new Fields(0, 0, 0), 0));
        assertThat(counted().asked()).isEqualTo(3);
        assertThat(counted().zeroRetypingPercent()).isZero();
    }

    @Test
    void countsALicenceThatAnotherCaseIssuedAsOfThatCase() {
        var wang = Somebody.arrives();
        wang.holds(Somebody.TITLE);
        wang.holds(Somebody.REGISTER);
        var licences = TestStore.own().all(wang.actor());
        sql.sql("update lic.licence set case_number = 'before' where id = ?")
                .param(licences.getFirst().id())
                .update();
        var number = wang.hasOpenCase(matter);
        licences.forEach(one -> TestStore.ofCases().grant(number, matter, wang.id(), one.id()));
        sql.sql(
                        "update case_file set request = jsonb_build_object('form', '{}'::jsonb, 'materials', jsonb_build_array("
                                + "jsonb_build_object('licence', ?::text), jsonb_build_object('licence', ?::text))) where number = ?")
                .params(licences.getFirst().id(), licences.getLast().id(), number.text())
                .update();
        complete(number, "{\"a\": \"satisfied-licence\", \"b\": \"satisfied-licence\"}");

        assertThat(counted().satisfied()).isEqualTo(new Satisfied(0, 1, 1, 0, 0, 0));
        assertThat(counted().zeroRetypingPercent()).isEqualTo(100);
    }

    @Test
    void saysNoScoreWhereNothingWasAskedAndNothingTyped() {
        complete(came("{\"form\": {}, \"materials\": []}", NONE), NONE);

        assertThat(counted().zeroRetypingPercent()).isNull();
        assertThat(counted().reusedPercent()).isZero();
        assertThat(statistics.asked(Somebody.DAY.plusDays(1), Somebody.DAY.plusDays(1)))
                .as("another day")
                .extracting(MaterialsAsked::matter)
                .doesNotContain(matter);
    }

    /** A day's licences are found by an index over the rows that never move. */
    @Test
    void findsADaysLicencesByAnIndex() throws SQLException {
        var wang = Somebody.arrives();
        var before = converted();
        wang.holds(Somebody.TITLE);
        TestStore.life().renew(Actor.HUB, wang.draft(Somebody.TITLE, "N" + wang.passport()));

        assertThat(converted()).as("renewed, and still one").isEqualTo(before + 1);
        assertThat(plan("select count(*) from lic.version where recorded_at >= now() and recorded_at < now()"))
                .anyMatch(line -> line.contains("Index Scan on version_0_recorded"));
        assertThat(plan("select count(*) from lic.use where at >= now() and at < now()"))
                .anyMatch(line -> line.contains("use_at"));
    }

    private static List<String> plan(String query) throws SQLException {
        var lines = new ArrayList<String>();
        try (var connection = TestStore.OWNER.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set enable_seqscan = off");
            try (var rows = statement.executeQuery("explain " + query)) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            } finally {
                statement.execute("reset enable_seqscan");
            }
        }
        return lines;
    }

    private long converted() {
        return statistics.kept(Somebody.DAY, Somebody.DAY).stream()
                .filter(one -> one.type().equals(Somebody.TITLE) && one.source().equals("converted"))
                .mapToLong(LicencesKept::licences)
                .sum();
    }

    private MaterialsAsked counted() {
        return statistics.asked(Somebody.DAY, Somebody.DAY).stream()
                .filter(one -> one.matter().equals(matter))
                .findFirst()
                .orElseThrow();
    }

    private CaseNumber came(String request, String progress) {
        var number = CaseNumber.on(Somebody.DAY);
        sql.sql(
                        """
                        insert into case_file (number, matter, matter_revision, client, subject, state, version, received_at, provisional,
                            seed, request, progress, trace_count, trace_head)
                        values (?, ?, '1', 'portal', 's', 'received', 1, ?, false, 's', ?::jsonb, ?::jsonb, 0, '\\x00')""")
                .params(number.text(), matter, now(), request, progress)
                .update();
        return number;
    }

    private void complete(CaseNumber number, String sources) {
        sql.sql("insert into case_event values (?, 2, ?, 'materials-complete', null, ?::jsonb, '\\x00')")
                .params(number.text(), now(), sources)
                .update();
    }

    private void told(CaseNumber number, int time, String... standings) {
        var items = new StringBuilder();
        for (int i = 0; i < standings.length; i++) {
            items.append(i == 0 ? "" : ",")
                    .append("{\"key\": \"k%d\", \"standing\": \"%s\"}".formatted(i, standings[i]));
        }
        sql.sql("insert into mat.checklist values (?, ?, repeat('0', 63) || ?, 'r', ?, ?, '{}', '{}')")
                .params(number.text(), time, Integer.toString(time), now(), "{\"items\": [" + items + "]}")
                .update();
    }

    private static OffsetDateTime now() {
        return TestStore.CLOCK.instant().atOffset(ZoneOffset.UTC);
    }
}
