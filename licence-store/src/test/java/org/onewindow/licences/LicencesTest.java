package org.onewindow.licences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.onewindow.licences.Somebody.DAY;
import static org.onewindow.licences.Somebody.TITLE;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.IdType;
import org.onewindow.canonical.LicenceIdentifier;
import org.onewindow.canonical.Party;
import org.onewindow.canonical.ServiceRequest;
import org.onewindow.cases.RetryStops;
import org.onewindow.cases.store.Cases;
import org.onewindow.cases.store.Submission;
import org.onewindow.cases.store.Submitted;
import org.onewindow.licences.LicenceDraft.Source;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class LicencesTest {

    private final Licences licences = TestStore.licences();
    private final OwnLicences own = TestStore.own();
    private final Sensing sensing = TestStore.store().sensing();
    private final JdbcClient sql = JdbcClient.create(TestStore.DATABASE);
    private final JdbcClient owner = JdbcClient.create(TestStore.OWNER);
    private final Somebody wang = Somebody.arrives();

    @Test
    void showsHoldersWhatStandsOnTheirLicences() {
        var number = wang.holds(TITLE);

        assertThat(own.all(wang.actor())).singleElement().satisfies(licence -> {
            assertThat(licence.number()).isEqualTo(number);
            assertThat(licence.holders()).containsExactly(wang.holder());
            assertThat(licence.data()).containsEntry("location", "泉城路1号");
            assertThat(licence.status()).isEqualTo(Licence.Status.VALID);
            assertThat(LicenceIdentifier.parse(String.valueOf(licence.identifier())))
                    .hasValueSatisfying(one -> assertThat(one.serial()).isEqualTo(number));
        });
    }

    @Test
    void tellsNobodyElsesLicence() {
        wang.holds(TITLE);
        var id = own.all(wang.actor()).getFirst().id();

        var stranger = Somebody.arrives().actor();

        assertThat(own.one(stranger, id)).isEmpty();
        assertThat(own.all(stranger)).isEmpty();
    }

    @Test
    void showsALicenceToEachOfItsHolders() {
        var chen = Somebody.arrives();
        licences.seed(List.of(wang.draftWith(TITLE, "BOTH" + wang.passport(), chen)));

        assertThat(own.all(chen.actor())).singleElement().satisfies(shown -> {
            assertThat(shown.id()).isEqualTo(own.all(wang.actor()).getFirst().id());
            assertThat(shown.holders())
                    .as("the other's name stands on the paper, the number is nobody else's")
                    .containsExactly(chen.holder(), wang.holder().masked(false));
        });
    }

    /** Invariant I2, for looks: found or not, each has its row. */
    @Test
    void writesDownEveryLookFoundOrNot() {
        wang.holds(TITLE);

        sensing.current(wang.actor(), wang.id(), TITLE, null);
        own.all(wang.actor());
        own.one(wang.actor(), "lic_none");

        assertThat(sql.sql("select action || ' ' || outcome from audit.event where actor = ? order by seq")
                        .param(wang.actor().subject())
                        .query(String.class)
                        .list())
                .containsExactly("sense ok", "use-document ok", "own-view none");
    }

    /** Invariant I14, for the tables: no number in a key, no content in the open. */
    @Test
    void keepsNoNumberAndNoNameInTheOpen() {
        wang.holds(TITLE);
        own.all(wang.actor());

        for (var table : List.of("licence", "version", "number", "co_holder", "authorisation", "use")) {
            assertThat(owner.sql("select count(*) from lic." + table + " t where replace(t::text, ?, '') like ?")
                            .params(wang.actor().subject(), "%" + wang.passport() + "%")
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        assertThat(owner.sql("select count(*) from lic.version where position('泉城路'::bytea in content) > 0")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void issuesOnceACaseAndPutsTheNewOneInTheOldOnesPlace() throws SQLException {
        var zhang = Somebody.arrives();
        var old = wang.holds(TITLE);
        var number = CaseNumber.on(DAY);

        inTransaction(zhang.draft(TITLE, "NEW" + wang.passport()), old, number, true);
        inTransaction(zhang.draft(TITLE, "NEWER" + wang.passport()), old, number, true);

        assertThat(sensing.current(wang.actor(), wang.id(), TITLE, null)).isEmpty();
        assertThat(own.all(wang.actor())).singleElement().returns(Licence.Status.SUPERSEDED, Licence::status);
        assertThat(own.issuedBy(zhang.actor(), number))
                .singleElement()
                .returns("NEW" + wang.passport(), Licence::number);
        assertThat(own.issuedBy(wang.actor(), number)).isEmpty();
    }

    @Test
    void issuesNothingWhereTheCaseRollsBack() throws SQLException {
        var old = wang.holds(TITLE);

        inTransaction(Somebody.arrives().draft(TITLE, "NEVER" + wang.passport()), old, CaseNumber.on(DAY), false);

        assertThat(sensing.current(wang.actor(), wang.id(), TITLE, null)).isPresent();
    }

    @Test
    void takesASeedOnlyOnceAlsoWhenItWasReplaced() throws SQLException {
        var number = wang.holds(TITLE);
        wang.holds(TITLE);
        inTransaction(Somebody.arrives().draft(TITLE, "AFTER" + wang.passport()), number, CaseNumber.on(DAY), true);
        wang.holds(TITLE);

        assertThat(own.all(wang.actor())).singleElement().returns(Licence.Status.SUPERSEDED, Licence::status);
    }

    /** Invariant I5: one current licence per type, issuer and serial, also where two cases issue it at once. */
    @Test
    void hasOneCurrentLicenceOfANumber() throws Exception {
        var number = "ONE" + wang.passport();
        try (var first = TestStore.DATABASE.getConnection();
                var second = TestStore.DATABASE.getConnection();
                var thread = Executors.newSingleThreadExecutor()) {
            first.setAutoCommit(false);
            second.setAutoCommit(false);
            wang.holds("household-register");
            licences.issue(first, wang.draft(TITLE, number), null, CaseNumber.on(DAY));

            var waiting = thread.submit(() -> {
                licences.issue(second, wang.draft(TITLE, number), null, CaseNumber.on(DAY));
                second.commit();
                return true;
            });
            Awaitility.await().until(() -> owner.sql("select exists (select from pg_locks where not granted)")
                    .query(Boolean.class)
                    .single());
            first.commit();

            assertThat(waiting.get()).isTrue();
        }
        assertThat(owner.sql("select state from lic.licence where holder = ? and type = ? order by state")
                        .params(wang.id().bytes(), TITLE)
                        .query(String.class)
                        .list())
                .containsExactly("superseded", "valid");
        assertThat(licences.add(Actor.HUB, wang.draft(TITLE, number)))
                .as("known already")
                .isFalse();
    }

    /** Invariant I13: a foreign identifier that is wrong is kept as it is, and flagged. */
    @Test
    void flagsAForeignIdentifierThatIsWrong() {
        var bad = "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.D";
        licences.add(
                Actor.HUB,
                new LicenceDraft(
                        TITLE,
                        "F" + wang.passport(),
                        List.of(wang.holder()),
                        Map.of(),
                        DAY,
                        null,
                        bad,
                        Source.PUSHED,
                        Instant.EPOCH));

        var kept = own.all(wang.actor()).getFirst();

        assertThat(kept.identifier()).isEqualTo(bad);
        assertThat(sql.sql("select id from lic.bad_identifiers(200)")
                        .query(String.class)
                        .list())
                .contains(kept.id());
    }

    /** One issuer numbers its titles anew in each city: what stands before the digits tells them apart. */
    @Test
    void givesTwoNumbersNoCommonIdentifier() {
        var digits = wang.passport().substring(1);
        licences.seed(List.of(
                wang.draft(TITLE, "鲁(2016)济南市不动产权第" + digits + "号"),
                wang.draft(TITLE, "鲁(2016)青岛市不动产权第" + digits + "号")));

        assertThat(own.all(wang.actor())).extracting(Licence::identifier).doesNotHaveDuplicates();
    }

    /** What was given stays: also the serial of its renewals. */
    @Test
    void keepsTheSerialOfBeforeInRenewals() {
        var number = "鲁(2016)济南市不动产权第" + wang.passport() + "号";
        licences.seed(List.of(wang.draft(TITLE, number)));
        owner.sql("update lic.number set serial = 'digits' where number = ?")
                .param(TestStore.CATALOGUE.numberKey(TestStore.HASH, TITLE, number))
                .update();

        TestStore.life().renew(Actor.HUB, wang.draft(TITLE, number));

        assertThat(LicenceIdentifier.parse(
                        String.valueOf(own.all(wang.actor()).getFirst().identifier())))
                .get()
                .returns("2016" + wang.passport(), LicenceIdentifier::serial)
                .returns(2, LicenceIdentifier::version);
    }

    /** A case may issue a number again: its versions, and so its identifiers, go on. */
    @Test
    void countsTheVersionsOfANumberThatCasesIssueAgain() throws SQLException {
        var number = "AGAIN" + wang.passport();
        inTransaction(wang.draft(TITLE, number), number, CaseNumber.on(DAY), true);
        inTransaction(wang.draft(TITLE, number), number, CaseNumber.on(DAY), true);

        assertThat(own.all(wang.actor())).extracting(Licence::version).containsExactlyInAnyOrder(1, 2);
        assertThat(own.all(wang.actor())).extracting(Licence::identifier).doesNotHaveDuplicates();
    }

    /** Invariant I11: bytes that are not what was stored are not given. */
    @Test
    void givesNothingThatIsNotWhatWasStored() {
        wang.holds(TITLE);
        forging("update lic.version set content = set_byte(content, 20, get_byte(content, 20) # 1) where holder = ?");

        assertThatThrownBy(() -> own.all(wang.actor())).hasMessageContaining("is not what was stored");

        forging("update lic.version set sha256 = sha256(content) where holder = ?");
        assertThatThrownBy(() -> own.all(wang.actor())).hasMessageContaining("does not open");
    }

    /** Invariant I12, for licences: nothing of somebody whose key was destroyed can be opened, nor kept anew. */
    @Test
    void opensNothingAfterAnErasure() {
        wang.holds(TITLE);

        assertThat(TestStore.erase(Actor.HUB, wang.id())).isTrue();

        assertThat(own.all(wang.actor())).isEmpty();
        assertThatThrownBy(() -> licences.add(Actor.HUB, wang.draft(TITLE, "AGAIN" + wang.passport())))
                .isInstanceOf(org.onewindow.licences.keys.Erased.class);
    }

    /** Nobody is forgotten by one person's word, nor while a case of theirs is open. */
    @Test
    void forgetsSomebodyByTheWordsOfTwoWhenNoCaseOfTheirsIsOpen() {
        var erasures = new Erasures(TestStore.DATABASE, TestStore.HASH, TestStore.CLOCK);
        var first = new Actor("operator-1", "operator", null, null);
        var second = new Actor("operator-2", "operator", null, null);
        var key = java.util.UUID.randomUUID().toString();
        wang.holds(TITLE);
        var number = wang.hasOpenCase("used-home-transfer");
        assertThat(ask(erasures, first, key)).isEqualTo(new Erasures.Answer.Refused("open-cases", 1));
        Somebody.ends(number);

        var asked = (Erasures.Answer.Taken) ask(erasures, first, key);

        assertThat(ask(erasures, first, key)).isEqualTo(new Erasures.Answer.Taken(asked.id(), true));
        assertThat(ask(erasures, wang.actor(), "other"))
                .as("one wish about one person")
                .isEqualTo(new Erasures.Answer.Taken(asked.id(), true));
        assertThat(ask(erasures, Somebody.arrives().actor(), "another"))
                .isEqualTo(new Erasures.Answer.Refused("not-the-holder", 0));
        assertThat(erasures.waiting()).extracting(Erasures.Waiting::id).contains(asked.id());
        assertThat(confirm(erasures, first, asked.id())).isEqualTo(new Erasures.Answer.Refused("second-person", 0));
        assertThat(erasures.confirm(
                        second, asked.id(), IdType.PASSPORT, Somebody.arrives().passport()))
                .as("who was looked into is somebody else")
                .isEqualTo(new Erasures.Answer.Refused("unknown", 0));
        var later = wang.hasOpenCase("used-home-transfer");
        assertThat(confirm(erasures, second, asked.id())).isEqualTo(new Erasures.Answer.Refused("open-cases", 1));
        Somebody.ends(later);
        assertThat(own.all(wang.actor())).hasSize(1);
        assertThat(confirm(erasures, second, asked.id())).isEqualTo(new Erasures.Answer.Taken(asked.id(), false));
        assertThat(confirm(erasures, second, asked.id())).isEqualTo(new Erasures.Answer.Taken(asked.id(), true));
        assertThat(own.all(wang.actor())).isEmpty();
        assertThat(sql.sql(
                                "select action || ' ' || outcome from audit.event where actor = 'operator-2' and holder = ? order by seq")
                        .param(wang.id().bytes())
                        .query(String.class)
                        .list())
                .containsExactly(
                        "confirm-erasure unknown",
                        "confirm-erasure open-cases",
                        "confirm-erasure ok",
                        "destroy-key ok",
                        "confirm-erasure again");
        licences.seed(List.of(wang.draft(TITLE, "STOCK" + wang.passport())));
    }

    /** The count of open cases and the end of what rests on it are one: while a case is just being written they are not forgotten. */
    @Test
    void forgetsNobodyOfWhomACaseIsJustComingIn() throws Exception {
        var erasures = new Erasures(TestStore.DATABASE, TestStore.HASH, TestStore.CLOCK);
        var asked = (Erasures.Answer.Taken) ask(erasures, wang.actor(), "wish");
        var written = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var cases = new Cases(
                TestStore.DATABASE,
                TestStore.CLOCK,
                () -> TestStore.TREE,
                TestStore.HASH,
                List.of((_, _, _) -> {
                    written.countDown();
                    awaitUninterruptibly(go);
                }),
                () -> RetryStops.NONE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var coming = threads.submit(() -> cases.open(
                    new Submission("portal", "key" + wang.passport(), "hash", "subject", null), application()));
            assertThat(written.await(20, TimeUnit.SECONDS)).isTrue();

            assertThat(confirm(erasures, new Actor("operator-2", "operator", null, null), asked.id()))
                    .isEqualTo(new Erasures.Answer.Refused("open-cases", 1));

            go.countDown();
            assertThat(coming.get()).isInstanceOf(Submitted.Accepted.class);
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private ServiceRequest application() {
        var party =
                new Party("buyer", Party.Kind.PERSON, wang.name(), IdType.PASSPORT, wang.passport(), null, null, null);
        return new ServiceRequest(
                "utilities-transfer",
                "portal",
                party,
                List.of(party),
                Map.of("titleNumber", "T" + wang.passport()),
                List.of());
    }

    @Test
    void forgetsNobodyWhoThoughtBetterOfIt() {
        var erasures = new Erasures(TestStore.DATABASE, TestStore.HASH, TestStore.CLOCK);
        var asked = (Erasures.Answer.Taken) ask(erasures, wang.actor(), "wish");

        assertThat(erasures.withdraw(Somebody.arrives().actor())).isFalse();
        assertThat(erasures.withdraw(wang.actor())).isTrue();

        assertThat(confirm(erasures, new Actor("operator-2", "operator", null, null), asked.id()))
                .isEqualTo(new Erasures.Answer.Refused("unknown", 0));
        assertThat(erasures.withdraw(wang.actor())).isFalse();
    }

    private Erasures.Answer confirm(Erasures erasures, Actor who, String id) {
        return erasures.confirm(who, id, IdType.PASSPORT, wang.passport());
    }

    private Erasures.Answer ask(Erasures erasures, Actor who, String key) {
        return erasures.ask(who, IdType.PASSPORT, wang.passport(), ErasureReason.REQUESTED, key + wang.passport());
    }

    private void forging(String statement) {
        owner.sql("alter table lic.version disable trigger version_stays").update();
        try {
            owner.sql(statement).param(wang.id().bytes()).update();
        } finally {
            owner.sql("alter table lic.version enable trigger version_stays").update();
        }
    }

    private void inTransaction(LicenceDraft draft, String supersedes, CaseNumber number, boolean commit)
            throws SQLException {
        try (var connection = TestStore.DATABASE.getConnection()) {
            connection.setAutoCommit(false);
            licences.issue(connection, draft, supersedes, number);
            if (commit) {
                connection.commit();
            } else {
                connection.rollback();
            }
        }
    }

    @Test
    void refusesTheHubsOwnRoleWhatItIsNotGiven() {
        wang.holds(TITLE);

        for (var forbidden : List.of(
                "select content from lic.version",
                "select * from lic.licence",
                "select * from lic.use",
                "delete from audit.event",
                "update audit.event set outcome = 'ok'",
                "update audit.seal set root = ''",
                "update lic.version set version = 2",
                "delete from lic.use",
                "insert into audit.event (at, actor, client, action, outcome) values (now(), 'x', 'x', 'x', 'ok')",
                "update lic.holder_key set wrapped = null",
                "alter table lic.use disable trigger use_stays",
                "select lic.note(null, now(), 'x', 'ok', null, null, null, null, null, null, null, null)")) {
            assertThatThrownBy(() -> sql.sql(forbidden).query().listOfRows())
                    .as(forbidden)
                    .isInstanceOf(DataAccessException.class)
                    .satisfies(refused -> assertThat(String.valueOf(((DataAccessException) refused)
                                    .getMostSpecificCause()
                                    .getMessage()))
                            .containsAnyOf("permission denied", "must be owner"));
        }
    }
}
