package org.onewindow.licences.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.IdType;
import org.onewindow.canonical.Party;
import org.onewindow.canonical.ServiceRequest;
import org.onewindow.cases.CaseEvent;
import org.onewindow.cases.CaseState;
import org.onewindow.cases.Demand;
import org.onewindow.cases.RetryStops;
import org.onewindow.cases.store.Cases;
import org.onewindow.cases.store.Submission;
import org.onewindow.cases.store.Submitted;
import org.onewindow.config.Matter.RequiredMaterial.Source;
import org.onewindow.licences.Somebody;
import org.onewindow.licences.TestStore;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything is told at once, and kept as it was told (一次性告知). Invariant I10. */
class OneTimeNoticesTest {

    private final OneTimeNotices notices = new OneTimeNotices(TestStore.DATABASE);
    private final CaseNumber number = CaseNumber.on(Somebody.DAY);

    @Test
    void keepsTheListAsItWasTold() {
        var list = list(Map.of("sale-contract", Standing.MISSING));

        assertThat(told(number, list).list()).isEqualTo(list);
        var again = new Checklist(list.matter(), list.ruleVersion(), list.asOf().plusSeconds(60), list.items());
        assertThat(told(number, again).sha256()).as("the same is wanted").isEqualTo(list.sha256());

        assertThat(notices.of(number)).singleElement().satisfies(kept -> {
            assertThat(kept.sha256()).isEqualTo(list.sha256());
            assertThat(kept.body()).isEqualTo(list.body());
            assertThat(kept.wanted()).containsExactly("sale-contract");
            assertThat(kept.newFacts()).isEmpty();
        });
    }

    @Test
    void asksLaterOnlyForWhatBecameKnownSince() {
        told(number, list(Map.of("sale-contract", Standing.MISSING, "household-register", Standing.SATISFIED_LICENCE)));

        var later = told(
                number,
                list(Map.of("sale-contract", Standing.SATISFIED_UPLOAD, "household-register", Standing.MISSING)));

        assertThat(later.list().missing()).hasSize(1);
        assertThat(notices.of(number).getLast().newFacts()).containsExactly("household-register");
    }

    @Test
    void neverAsksForWhatOnlyOtherRulesWant() {
        told(number, list(Map.of("sale-contract", Standing.MISSING)));

        var later = told(number, list(Map.of("sale-contract", Standing.MISSING, "a-new-form", Standing.MISSING)));

        assertThat(later.list().missing()).hasSize(1);
        assertThat(later.list().items()).extracting(Checklist.Item::key).containsExactly("sale-contract");
    }

    @Test
    void theDatabaseRefusesAListThatGrowsWithoutAReasonAndAnyChange() {
        told(number, list(Map.of("sale-contract", Standing.MISSING)));
        var hub = JdbcClient.create(TestStore.DATABASE);
        var owner = JdbcClient.create(TestStore.OWNER);

        assertThat(hub.sql(
                                """
                                select mat.freeze(?, row(?, 0, repeat('0', 64), 'r', now(), '{}',
                                    array['sale-contract', 'a-new-form'], '{}')::mat.checklist)""")
                        .params(number.text(), number.text())
                        .query(String.class)
                        .single())
                .isEqualTo("grows");
        assertThatThrownBy(() -> hub.sql("select * from mat.checklist").query().listOfRows())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> owner.sql("update mat.checklist set wanted = '{}' where case_number = ?")
                        .param(number.text())
                        .update())
                .rootCause()
                .hasMessageContaining("never changed");
    }

    @Test
    void asksForMoreWhereASupervisorSaidWhyAndForNothingBesides() {
        var told = Map.of("sale-contract", Standing.MISSING);
        var more = Map.of("sale-contract", Standing.MISSING, "a-form", Standing.MISSING, "another", Standing.MISSING);
        var number = Town.toldCase();
        told(number, list(told));

        Town.overrides(number, "signed by another", new Demand("a-form", null));
        var later = told(number, list(more, "a-form"));

        assertThat(later.list().items()).extracting(Checklist.Item::key).containsExactly("a-form", "sale-contract");
        assertThat(notices.demands(number)).containsExactly(new Demand("a-form", null));
        assertThat(notices.of(number))
                .extracting(Frozen::override)
                .containsExactly(null, new Frozen.Leave("signed by another", TestStore.CLOCK.instant()));
        assertThat(notices.of(number).getLast()).satisfies(kept -> {
            assertThat(kept.wanted()).containsExactly("a-form", "sale-contract");
            assertThat(kept.newFacts()).isEmpty();
            assertThat(kept.body()).contains("\"demanded\":true");
            assertThat(kept.sha256()).isEqualTo(later.list().sha256());
        });
        assertThat(JdbcClient.create(TestStore.DATABASE)
                        .sql(
                                "select actor, outcome from audit.event where action = 'override-notice' and case_number = ?")
                        .param(number.text())
                        .query()
                        .listOfRows())
                .containsExactly(Map.of("actor", "staff:1", "outcome", "ok"));
    }

    @Test
    void theDatabaseRefusesWhatNoSupervisorSaidWhyAndAnyChangeOfWhatOneSaid() {
        var number = Town.toldCase();
        told(number, list(Map.of("sale-contract", Standing.MISSING)));
        Town.overrides(number, "signed by another", new Demand("another", null));
        var owner = JdbcClient.create(TestStore.OWNER);

        assertThatThrownBy(() -> told(
                        number, list(Map.of("sale-contract", Standing.MISSING, "a-form", Standing.MISSING), "a-form")))
                .hasMessageContaining("told otherwise");
        assertThat(notices.of(number)).hasSize(1);
        for (var table : List.of(
                "select * from mat.notice_override",
                "insert into mat.notice_override values ('C', 1, 1, '{a-form}', 'r', 'staff:1', now())")) {
            assertThatThrownBy(() -> JdbcClient.create(TestStore.DATABASE)
                            .sql(table)
                            .query()
                            .listOfRows())
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
        assertThatThrownBy(() ->
                        owner.sql("update mat.notice_override set reason = 'r'").update())
                .rootCause()
                .hasMessageContaining("never changed");
    }

    /** It is looked for once more, for something came after the look began: nobody hears of this list, and so it is none that was told. */
    @Test
    void keepsNoListThatNobodyIsTold() {
        var cases = new Cases(
                TestStore.DATABASE,
                TestStore.CLOCK,
                () -> TestStore.TREE,
                TestStore.HASH,
                List.of(),
                () -> RetryStops.NONE);
        var whose = Somebody.arrives();
        var buyer = new Party("buyer", Party.Kind.PERSON, "王强", IdType.PASSPORT, whose.passport(), null, null, null);
        var request = new ServiceRequest(
                "utilities-transfer",
                "portal",
                buyer,
                List.of(buyer),
                Map.of("titleNumber", "T" + whose.passport()),
                List.of());
        var number = ((Submitted.Accepted)
                        cases.open(new Submission("portal", whose.passport(), "hash", "subject", null), request))
                .number();
        var list = list(Map.of("sale-contract", Standing.MISSING));
        var notice = notices.toTell(number, list);
        var checked = new CaseEvent.Checked(
                TestStore.CLOCK.instant(), list.missing(), List.of(), Map.of(), null, notice.sha256());

        cases.apply(number, new CaseEvent.MaterialArrived(TestStore.CLOCK.instant(), "household-register"));
        assertThat(cases.apply(number, checked, List.of(), notice).next().state())
                .isEqualTo(CaseState.RECEIVED);
        assertThat(notices.of(number)).isEmpty();

        assertThat(cases.apply(number, checked, List.of(), notice).next().state())
                .isEqualTo(CaseState.SUPPLEMENT);
        assertThat(notices.of(number)).extracting(Frozen::sha256).containsExactly(notice.sha256());
    }

    private NoticeToTell told(CaseNumber number, Checklist list) {
        var notice = notices.toTell(number, list);
        try (var connection = TestStore.DATABASE.getConnection()) {
            notice.carryOut(connection, Town.lacking(number), List.of());
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return notice;
    }

    private static Checklist list(Map<String, Standing> standings, String... demanded) {
        var items = new ArrayList<Checklist.Item>();
        standings.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(one -> items.add(new Checklist.Item(
                        one.getKey(),
                        Town.required(one.getKey(), null, Source.UPLOAD),
                        null,
                        false,
                        List.of(demanded).contains(one.getKey()),
                        one.getValue(),
                        one.getValue().code(),
                        Map.of(),
                        null,
                        null)));
        return new Checklist("used-home-transfer", "1", Instant.parse("2026-11-23T02:00:00Z"), List.copyOf(items));
    }
}
