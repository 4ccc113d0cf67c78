package org.onewindow.licences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.licences.Somebody.DAY;
import static org.onewindow.licences.Somebody.TITLE;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.onewindow.licences.LicenceDraft.Source;
import org.onewindow.licences.keys.HolderId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A stock of before is taken over once, and nothing that the store knows is changed by it. */
class LicenceImportsTest {

    private static final Actor OPERATOR = new Actor("operator-7", "operator", null, null);

    private final Instant day = TestStore.CLOCK.instant().minusSeconds(3600);
    private final LicenceImports imports = TestStore.store().imports();
    private final OwnLicences own = TestStore.own();
    private final Somebody wang = Somebody.arrives();
    private final Somebody li = Somebody.arrives();

    @Test
    void takesOverOnceHoweverOftenItIsHandedIn() {
        assertThat(imports.take(OPERATOR, draft("泉城路1号", wang, li))).isEqualTo(StockTaken.TAKEN);
        assertThat(imports.take(OPERATOR, draft("泉城路1号", li, wang))).isEqualTo(StockTaken.ALREADY);
        assertThat(imports.take(OPERATOR, draft("经四路18号", wang, li))).isEqualTo(StockTaken.DIFFERS);

        assertThat(own.all(wang.actor())).singleElement().satisfies(licence -> {
            assertThat(licence.version()).isEqualTo(1);
            assertThat(licence.data()).containsEntry("location", "泉城路1号");
        });
        assertThat(sourceOf(wang)).isEqualTo("converted");
        assertThat(said(wang)).containsExactly("issue ok", "import ok", "import already", "import differs");
    }

    /** What its issuer told since stands above the stock, and what it tells afterwards of a day since is no older word. */
    @Test
    void leavesTheIssuersLaterWord() {
        imports.take(OPERATOR, draft("泉城路1号", wang));

        assertThat(changed(LicenceChange.SUSPEND, day.minusSeconds(1))).isEqualTo(LicenceOutcome.STALE);
        assertThat(changed(LicenceChange.SUSPEND, day.plusSeconds(1))).isEqualTo(LicenceOutcome.OK);
        assertThat(imports.take(OPERATOR, draft("泉城路1号", wang))).isEqualTo(StockTaken.ALREADY);

        assertThat(own.all(wang.actor())).singleElement().returns(Licence.Status.SUSPENDED, Licence::status);
    }

    @Test
    void isNoNewsButToWhoWaitsForIt() {
        var waits = wang.hasOpenCase("used-home-transfer");
        JdbcClient.create(TestStore.DATABASE)
                .sql("update case_file set state = 'supplement' where number = ?")
                .param(waits.text())
                .update();

        imports.take(OPERATOR, draft("泉城路1号", wang));
        imports.take(OPERATOR, li.draft(TITLE, "N" + li.passport()));

        assertThat(toBeTold(wang)).isEqualTo(1);
        assertThat(toBeTold(li)).isZero();
    }

    @Test
    void keepsItForWhoHoldsItWithSomebodyWhoWasErased() {
        wang.holds("resident-identity-card");
        TestStore.erase(Actor.HUB, wang.id());

        assertThat(imports.take(OPERATOR, draft("泉城路1号", wang, li))).isEqualTo(StockTaken.TAKEN);
        assertThat(imports.take(OPERATOR, draft("泉城路1号", wang, li))).isEqualTo(StockTaken.ALREADY);

        assertThat(own.all(li.actor())).singleElement().satisfies(licence -> assertThat(licence.holders())
                .containsExactly(li.holder()));
    }

    /** Two stocks name a couple in either order: keys are made in one order, so that nobody waits for who waits for them. */
    @Test
    void makesTheKeysOfThoseWhoHoldItTogetherInOneOrder() throws Exception {
        var couple = Stream.of(wang, li)
                .map(Somebody::id)
                .sorted(Comparator.comparing(HolderId::hex))
                .toList();
        try (var first = TestStore.DATABASE.getConnection();
                var stocks = Executors.newVirtualThreadPerTaskExecutor()) {
            first.setAutoCommit(false);
            var sql = JdbcClient.create(new SingleConnectionDataSource(first, true));
            TestStore.KEYS.seal(sql, "one", new byte[1], List.of(couple.getFirst()));
            var other = stocks.submit(() -> sealed(couple.reversed()));
            Awaitility.await().until(LicenceImportsTest::isWaiting);

            TestStore.KEYS.seal(sql, "one", new byte[1], couple);
            first.commit();

            assertThat(other.get()).isEqualTo(couple.reversed());
        }
    }

    private static List<HolderId> sealed(List<HolderId> holders) throws SQLException {
        try (var connection = TestStore.DATABASE.getConnection()) {
            connection.setAutoCommit(false);
            var sealed = TestStore.KEYS.seal(
                    JdbcClient.create(new SingleConnectionDataSource(connection, true)), "other", new byte[1], holders);
            connection.commit();
            return Stream.of(sealed.holderKeys())
                    .map(bytes -> HolderId.ofHash(HexFormat.of().formatHex(bytes)))
                    .toList();
        }
    }

    private static boolean isWaiting() {
        return owner().sql("select exists (select from pg_stat_activity"
                        + " where wait_event_type = 'Lock' and query like 'insert into lic.holder_key%')")
                .query(Boolean.class)
                .single();
    }

    private LicenceOutcome changed(LicenceChange change, Instant at) {
        var registry = new Actor("land-registry", "department", "land-registry", null);
        return TestStore.life().change(registry, TITLE, number(), change, null, null, at);
    }

    private static int toBeTold(Somebody whose) {
        return owner().sql("select count(*) from lic.arrival where holder = ?")
                .param(whose.id().bytes())
                .query(Integer.class)
                .single();
    }

    private static String sourceOf(Somebody whose) {
        return owner().sql("select source from lic.licence where holder = ?")
                .param(whose.id().bytes())
                .query(String.class)
                .single();
    }

    private static List<String> said(Somebody whose) {
        return owner().sql(
                        "select action || ' ' || outcome from audit.event where holder = ? and actor = 'operator-7' order by seq")
                .param(whose.id().bytes())
                .query(String.class)
                .list();
    }

    private static JdbcClient owner() {
        return JdbcClient.create(TestStore.OWNER);
    }

    private String number() {
        return "鲁" + wang.passport();
    }

    private LicenceDraft draft(String location, Somebody... holders) {
        var people = List.of(holders).stream().map(Somebody::holder).toList();
        return new LicenceDraft(
                TITLE, number(), people, Map.of("location", location), DAY, null, null, Source.CONVERTED, day);
    }
}
