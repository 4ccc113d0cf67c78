package org.onewindow.licences.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.licences.Actor;
import org.onewindow.licences.Licence;
import org.onewindow.licences.LicenceChange;
import org.onewindow.licences.LicenceDraft;
import org.onewindow.licences.LicenceOutcome;
import org.onewindow.licences.LicenceTables;
import org.onewindow.licences.Sensing;
import org.onewindow.licences.Somebody;
import org.onewindow.licences.TestStore;
import org.onewindow.licences.keys.HolderId;
import org.springframework.jdbc.core.simple.JdbcClient;

class AuthorityTest {

    private static final String MATTER = "used-home-transfer";
    private static final String TITLE = Somebody.TITLE;
    private static final Actor WINDOW = new Actor("clerk-7", "window", null, null);
    private static final Actor TAX = new Actor("officer-3", "department", "tax", null);
    private static final Actor REGISTRY = new Actor("registry", "department", "land-registry", null);

    private final AtomicInteger alarms = new AtomicInteger();
    private final Spending spending = new Spending(alarms::incrementAndGet);
    private final Somebody wang = Somebody.arrives();
    private final Somebody zhao = Somebody.arrives("赵敏");
    private final JdbcClient owner = JdbcClient.create(TestStore.OWNER);

    @Test
    void opensWhatTheHolderAllowedAndShowsThemTheUse() {
        wang.holds(TITLE);
        var number = wang.hasOpenCase(MATTER);
        var code = granted(wang.actor(), live(number).build());

        var opened = open(WINDOW, code, Mode.FIELDS, "location");

        assertThat(opened).isInstanceOfSatisfying(Opened.Given.class, given -> {
            assertThat(given.licence().data()).containsOnlyKeys("location");
            assertThat(given.licence().holders()).isEmpty();
        });
        assertThat(usage()).first().satisfies(use -> {
            assertThat(use.by()).isEqualTo("window");
            assertThat(use.fields()).containsExactly("location");
            assertThat(use.caseNumber()).isEqualTo(number.text());
            assertThat(use.basis()).isEqualTo("holder-live");
        });
    }

    /** One holder's word opens what is of their own: another's name, number and personal fields only with that one's word too. */
    @Test
    void masksWhatIsOfAHolderWhoDidNotAllowIt() {
        var number = heldWithZhao(TITLE, "holders");
        var code = granted(wang.actor(), live(number).uses(9).build());

        assertThat(open(WINDOW, code, Mode.DOCUMENT)).isInstanceOfSatisfying(Opened.Given.class, given -> {
            assertThat(given.licence().holders().getFirst()).isEqualTo(wang.holder());
            assertThat(given.licence().holders().get(1).name()).isEqualTo("*敏");
            assertThat(given.licence().holders().get(1).idNumber()).matches("\\*{9}.{4}");
            assertThat(given.licence().data()).containsOnlyKeys("location");
        });
        assertThat(open(WINDOW, code, Mode.FIELDS, "holders", "location"))
                .isInstanceOfSatisfying(
                        Opened.Given.class,
                        given -> assertThat(given.licence().data()).containsOnlyKeys("location"));
        assertThat(check(TestStore.CLOCK, code, new Predicate(Predicate.Kind.CONTAINS, "holders", zhao.passport())))
                .as("nor is it guessed by questions")
                .isEqualTo(Predicate.Truth.UNKNOWN);
    }

    @Test
    void showsAnotherHolderAsLongAsTheirOwnWordForTheCaseStands() {
        var number = heldWithZhao(TITLE, "holders");
        var code = granted(wang.actor(), live(number).uses(9).build());
        var theirs = (Authorised.Granted) authorise(
                zhao.actor(),
                new GrantDraft(Basis.HOLDER_LIVE, zhao.id(), number).uses(1).build());
        var forTheTax = new GrantDraft(Basis.HOLDER_LIVE, zhao.id(), number).audience("department");
        authorise(zhao.actor(), forTheTax.build());

        assertThat(open(WINDOW, code, Mode.DOCUMENT)).isInstanceOfSatisfying(Opened.Given.class, given -> {
            assertThat(given.licence().holders()).containsExactly(wang.holder(), zhao.holder());
            assertThat(given.licence().data()).containsKey("holders");
        });
        assertThat(open(WINDOW, code, Mode.FIELDS, "holders"))
                .as("one use of theirs was all")
                .isInstanceOfSatisfying(
                        Opened.Given.class,
                        given -> assertThat(given.licence().data()).isEmpty());
        assertThat(open(WINDOW, theirs.code(), Mode.DOCUMENT)).isEqualTo(refused("used-up"));
    }

    /** The tax office assesses all owners: a law lets it, and each of them sees that it did. */
    @Test
    void showsADepartmentAllHoldersWhereALawLetsIt() {
        var code = granted(TAX, statutory(heldWithZhao(TITLE, "holders")).build());

        assertThat(open(TAX, code, Mode.DOCUMENT)).isInstanceOfSatisfying(Opened.Given.class, given -> assertThat(
                        given.licence().holders())
                .containsExactly(wang.holder(), zhao.holder()));
        assertThat(usage()).singleElement().satisfies(use -> {
            assertThat(use.basis()).isEqualTo("statutory");
            assertThat(use.authorisation())
                    .isEqualTo(allowed(wang, null, 9).getFirst().id());
        });
        assertThat(new Usage(TestStore.DATABASE, TestStore.CLOCK).of(zhao.actor(), Long.MAX_VALUE, 10))
                .singleElement()
                .satisfies(use -> {
                    assertThat(use.id()).isEqualTo(usage().getFirst().id());
                    assertThat(use.authorisation()).as("not theirs").isNull();
                });
    }

    /** What a law lets a department do is seen from the moment it may, and not ended by the holder. */
    @Test
    void showsPeopleWhatTheyAllowedAndWhatALawAllows() {
        wang.holds(TITLE);
        var number = wang.hasOpenCase(MATTER);
        var live = (Authorised.Granted)
                authorise(wang.actor(), live(number).uses(2).build());
        var lawful = (Authorised.Granted) authorise(TAX, statutory(number).build());
        TestStore.own().all(wang.actor());
        open(WINDOW, live.code(), Mode.DOCUMENT);
        var later = TestStore.CLOCK.instant().plus(Duration.ofDays(30));
        openings(TestStore.DATABASE, TestStore.CLOCK)
                .open(TAX, new Wish(lawful.code(), TITLE, Mode.DOCUMENT, List.of(), later));

        assertThat(allowed(wang, null, 9)).hasSize(2).anySatisfy(one -> {
            assertThat(one.id()).isEqualTo(live.id());
            assertThat(one.usesLeft()).isEqualTo(1);
            assertThat(one.state()).isEqualTo("live");
            assertThat(one.endsAtAWord()).isTrue();
        });
        assertThat(allowed(wang, null, 9)).anySatisfy(one -> {
            assertThat(one.id()).isEqualTo(lawful.id());
            assertThat(one.legalGround()).isEqualTo("契税法第九条");
            assertThat(one.department()).isEqualTo("tax");
            assertThat(one.usesLeft())
                    .as("a use that is told later is not counted before")
                    .isEqualTo(3);
            assertThat(one.endsAtAWord()).isFalse();
        });
        var first = allowed(wang, null, 1).getFirst();
        assertThat(allowed(wang, first.id(), 9)).hasSize(1).doesNotContain(first);
        assertThat(allowed(zhao, first.id(), 9)).as("a stranger's cursor").isEmpty();
        assertThat(allowed(zhao, null, 9)).isEmpty();
        assertThat(authorisations().revoke(wang.actor(), lawful.id())).isFalse();
        assertThat(authorisations().revoke(wang.actor(), live.id())).isTrue();
        assertThat(allowed(wang, null, 9))
                .filteredOn(one -> one.id().equals(live.id()))
                .extracting(AuthorisationRecord::state)
                .containsExactly("revoked");
    }

    private static List<AuthorisationRecord> allowed(Somebody who, @Nullable String before, int limit) {
        return new OwnAuthority(TestStore.DATABASE, TestStore.CLOCK).authorisations(who.actor(), before, limit);
    }

    /** A case that names both holders of a licence with a field that is personal; its number. */
    private CaseNumber heldWithZhao(String type, String personal) {
        var both = wang.draftWith(type, "N" + wang.passport(), zhao);
        TestStore.licences()
                .seed(List.of(new LicenceDraft(
                        type,
                        both.number(),
                        both.holders(),
                        Map.of("location", "泉城路1号", personal, List.of(zhao.passport())),
                        both.issuedOn(),
                        null,
                        null,
                        both.source(),
                        both.asOf())));
        return Somebody.openCase(MATTER, org.onewindow.canonical.IdType.PASSPORT, wang.passport(), zhao.passport());
    }

    /** Invariant I1: what is given has a use that cites an authorisation, and both have an audit row. */
    @Test
    void givesNothingWithoutAUseThatCitesAnAuthorisation() {
        wang.holds(TITLE);
        var code = granted(wang.actor(), live(wang.hasOpenCase(MATTER)).build());

        var given = (Opened.Given) open(WINDOW, code, Mode.DOCUMENT);

        assertThat(owner.sql(
                                """
                                select count(*) from lic.use u join lic.authorisation a on a.id = u.authorisation
                                    join audit.event e on e.use = u.id and e.authorisation = a.id and e.outcome = 'ok'
                                where u.id = ? and a.used = 1""")
                        .param(given.receipt())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void takesABlankInATypeForNoOtherType() {
        wang.holds(TITLE);
        var code = granted(
                wang.actor(),
                live(wang.hasOpenCase(MATTER))
                        .types("household-register " + TITLE)
                        .build());

        assertThat(open(WINDOW, code, Mode.FIELDS, "location")).isEqualTo(refused("out-of-scope"));
    }

    /** A title changes after its issue: it is shown, and never copied. */
    @Test
    void makesNoCopyOfWhatIsOnlineOnlyAndWritesDownThatOneWasWished() {
        wang.holds(TITLE);
        var code = granted(wang.actor(), live(wang.hasOpenCase(MATTER)).uses(1).build());
        int before = audited("online-only");

        assertThat(openings(TestStore.DATABASE, TestStore.CLOCK).copy(WINDOW, wish(code, Mode.DOCUMENT)))
                .isEqualTo(refused("online-only"));
        assertThat(audited("online-only")).isEqualTo(before + 1);
        assertThat(open(WINDOW, code, Mode.FIELDS, "location"))
                .as("the code is not used up")
                .isInstanceOf(Opened.Given.class);
    }

    /** Invariant I2: the database gives no content for a use that is not committed, nor for one of long ago. */
    @Test
    void givesNoContentBeforeItsAuditRowIsCommitted() throws Exception {
        wang.holds(TITLE);
        var code = granted(wang.actor(), live(wang.hasOpenCase(MATTER)).build());
        try (var connection = TestStore.DATABASE.getConnection()) {
            connection.setAutoCommit(false);
            var inside = JdbcClient.create(
                    new org.springframework.jdbc.datasource.SingleConnectionDataSource(connection, true));
            long use = inside.sql(
                            """
                            select use_id from lic.use_code(row('x', 'window', null, null)::lic.caller, ?::timestamptz, ?, ?, 'document', '{}', null, null)""")
                    .params(TestStore.CLOCK.instant().toString(), code.hash(), TITLE)
                    .query(Long.class)
                    .single();

            assertThat(inside.sql("select * from lic.content(?)")
                            .param(use)
                            .query()
                            .listOfRows())
                    .isEmpty();
            connection.rollback();
            assertThat(inside.sql("select * from lic.content(?)")
                            .param(use)
                            .query()
                            .listOfRows())
                    .isEmpty();
        }
        assertThat(open(WINDOW, code, Mode.DOCUMENT)).isInstanceOf(Opened.Given.class);
    }

    /** Invariant I2: a refusal is written down like a use. */
    @Test
    void writesDownWhatItRefuses() {
        var before = audited("unknown");

        assertThat(open(WINDOW, new Code("use_none"), Mode.DOCUMENT)).isEqualTo(refused("unknown"));

        assertThat(audited("unknown")).isEqualTo(before + 1);
    }

    /** Invariant I3: without an open case that names the holder nobody gets an authorisation, and what there is ends with the case. */
    @Test
    void wantsAnOpenCaseThatNamesTheHolder() {
        wang.holds(TITLE);
        var others = Somebody.arrives().hasOpenCase(MATTER);
        assertThat(authorise(wang.actor(), live(others).build())).isEqualTo(new Authorised.Refused("no-purpose"));
        assertThat(authorise(TAX, statutory(others).build())).isEqualTo(new Authorised.Refused("no-purpose"));
        var number = wang.hasOpenCase(MATTER);
        var code = granted(TAX, statutory(number).build());

        Somebody.ends(number);

        assertThat(open(TAX, code, Mode.DOCUMENT)).isEqualTo(refused("no-purpose"));
    }

    /** Invariant I3: the one exception, a holder who shows a licence, shows its state only, once, for a minute. */
    @Test
    void letsAHolderShowALicenceWithoutACaseButNothingElse() {
        wang.holds(TITLE);
        var now = TestStore.CLOCK.instant();

        assertThat(authorise(wang.actor(), presenting(Mode.QR, Grant.PRESENTING, now.plusSeconds(60))))
                .isInstanceOf(Authorised.Granted.class);
        for (var wished : List.of(
                presenting(Mode.DOCUMENT, Grant.PRESENTING, now.plusSeconds(60)),
                presenting(Mode.QR, Grant.PRESENTING, now.plusSeconds(61)),
                presenting(Mode.QR, "own-view", now.plusSeconds(60)))) {
            assertThat(authorise(wang.actor(), wished)).isEqualTo(new Authorised.Refused("no-purpose"));
        }
        assertThat(authorise(
                        wang.actor(),
                        live(wang.hasOpenCase(MATTER)).audience("*").build()))
                .isEqualTo(new Authorised.Refused("out-of-scope"));
    }

    private Grant presenting(Mode mode, String purpose, Instant until) {
        var now = TestStore.CLOCK.instant();
        return new Grant(
                Basis.HOLDER_LIVE,
                wang.id(),
                purpose,
                null,
                List.of(TITLE),
                null,
                List.of(mode),
                1,
                now,
                until,
                "*",
                null,
                null);
    }

    @Test
    void tellsOnePartyOfACaseNothingOfAnother() {
        wang.holds(TITLE);
        var number = wang.hasOpenCase(MATTER);

        assertThat(TestStore.store().sensing().look(Somebody.arrives().actor(), wang.id(), List.of(TITLE), number))
                .isEqualTo(new Sensing.Answer.Refused("no-purpose"));
    }

    @Test
    void letsNobodyGrantForAnother() {
        wang.holds(TITLE);
        var number = wang.hasOpenCase(MATTER);

        assertThat(authorise(Somebody.arrives().actor(), live(number).build()))
                .isEqualTo(new Authorised.Refused("not-the-holder"));
        assertThat(authorise(WINDOW, live(number).build())).isEqualTo(new Authorised.Refused("not-the-holder"));
        assertThat(authorise(WINDOW, statutory(number).build())).isEqualTo(new Authorised.Refused("no-ground"));
        assertThat(authorise(TAX, statutory(number).ground(null).build()))
                .isEqualTo(new Authorised.Refused("no-ground"));
    }

    /** Invariant I4: fifty openers at once on two nodes, one use. */
    @Test
    void usesACodeNoOftenerThanAllowedHoweverManyTry() throws Exception {
        wang.holds(TITLE);
        var code = granted(wang.actor(), live(wang.hasOpenCase(MATTER)).uses(1).build());
        try (var otherNode = TestStore.pool();
                var threads = Executors.newFixedThreadPool(50)) {
            var tries = new ArrayList<Callable<Opened>>();
            for (int i = 0; i < 50; i++) {
                var openings = openings(i % 2 == 0 ? TestStore.DATABASE : otherNode, TestStore.CLOCK);
                tries.add(() -> openings.open(WINDOW, wish(code, Mode.DOCUMENT)));
            }

            var opened = new ArrayList<Opened>();
            for (var one : threads.invokeAll(tries)) {
                opened.add(one.get());
            }

            assertThat(opened).filteredOn(Opened.Given.class::isInstance).hasSize(1);
            assertThat(opened).filteredOn(refused("used-up")::equals).hasSize(49);
        }
    }

    @Test
    void bindsACodeToItsAudienceItsTypesAndItsTime() {
        wang.holds(TITLE);
        var code = granted(wang.actor(), live(wang.hasOpenCase(MATTER)).build());

        assertThat(open(TAX, code, Mode.DOCUMENT))
                .as("meant for others looks unknown")
                .isEqualTo(refused("unknown"));
        assertThat(openings(TestStore.DATABASE, TestStore.CLOCK)
                        .open(WINDOW, new Wish(code, "household-register", Mode.DOCUMENT, List.of(), null)))
                .isEqualTo(refused("out-of-scope"));
        assertThat(openings(TestStore.DATABASE, Clock.offset(TestStore.CLOCK, Duration.ofMinutes(16)))
                        .open(WINDOW, wish(code, Mode.DOCUMENT)))
                .isEqualTo(refused("over"));
    }

    @Test
    void endsAtOnceWhenTheHolderRevokesIt() {
        wang.holds(TITLE);
        var granted = (Authorised.Granted)
                authorise(wang.actor(), live(wang.hasOpenCase(MATTER)).build());
        assertThat(authorisations().revoke(Somebody.arrives().actor(), granted.id()))
                .isFalse();

        assertThat(authorisations().revoke(wang.actor(), granted.id())).isTrue();

        assertThat(open(WINDOW, granted.code(), Mode.DOCUMENT)).isEqualTo(refused("revoked"));
    }

    /** Invariant I7: suspended, revoked and expired are refused from the moment on; a word that is too old is no word. */
    @Test
    void refusesALicenceThatIsNotInForce() {
        var number = wang.holds(TITLE);
        var code = granted(wang.actor(), live(wang.hasOpenCase(MATTER)).uses(9).build());

        assertThat(change(number, LicenceChange.SUSPEND)).isEqualTo(LicenceOutcome.OK);
        assertThat(open(WINDOW, code, Mode.DOCUMENT))
                .isEqualTo(new Opened.Refused("not-in-force", Licence.Status.SUSPENDED));
        assertThat(change(number, LicenceChange.RESUME)).isEqualTo(LicenceOutcome.OK);
        assertThat(open(WINDOW, code, Mode.DOCUMENT)).isInstanceOf(Opened.Given.class);
        assertThat(change(number, LicenceChange.REVOKE)).isEqualTo(LicenceOutcome.OK);
        assertThat(open(WINDOW, code, Mode.DOCUMENT))
                .isEqualTo(new Opened.Refused("not-in-force", Licence.Status.REVOKED));
        assertThat(change(number, LicenceChange.REVOKE)).isEqualTo(LicenceOutcome.ALREADY);
        assertThat(change(number, LicenceChange.RESUME)).isEqualTo(LicenceOutcome.WRONG_STATE);
    }

    /** Invariant I9, for licences: the last day is reckoned when it is asked. */
    @Test
    void reckonsTheLastDayWhenItIsAsked() {
        TestStore.licences().seed(List.of(wang.draft(TITLE, "E" + wang.passport(), LocalDate.of(2026, 11, 24))));
        var code = granted(wang.actor(), live(wang.hasOpenCase(MATTER)).uses(9).build());
        var valid = new Predicate(Predicate.Kind.VALID, null, null);

        assertThat(check(TestStore.CLOCK, code, valid)).isEqualTo(Predicate.Truth.TRUE);
        var later = Clock.offset(TestStore.CLOCK, Duration.ofDays(2));
        var standing = granted(
                wang.actor(),
                live(wang.hasOpenCase(MATTER))
                        .basis(Basis.HOLDER_STANDING)
                        .until(Duration.ofDays(9))
                        .build());
        assertThat(check(later, standing, valid)).isEqualTo(Predicate.Truth.FALSE);
    }

    /** Invariant I7: business licences are known for ninety days. */
    @Test
    void knowsNothingOfALicenceWhoseIssuerWasSilentTooLong() {
        var company = Somebody.arrives();
        TestStore.licences().seed(List.of(company.draft("business-licence", "B" + company.passport())));
        var number = company.hasOpenCase(MATTER);
        var grant = new GrantDraft(Basis.HOLDER_LIVE, company.id(), number).types("business-licence");
        var code = granted(company.actor(), grant.build());

        var opened = openings(TestStore.DATABASE, TestStore.CLOCK)
                .open(WINDOW, new Wish(code, "business-licence", Mode.DOCUMENT, List.of(), null));

        assertThat(opened).isEqualTo(new Opened.Refused("not-in-force", Licence.Status.UNKNOWN));
    }

    /** Invariant I6: a renewal adds a version, and what was used before stays as it was. */
    @Test
    void addsAVersionAtARenewal() {
        var number = wang.holds(TITLE);
        var before = TestStore.own().all(wang.actor()).getFirst();
        var next = new LicenceDraft(
                TITLE,
                number,
                List.of(wang.holder()),
                Map.of("location", "泉城路2号"),
                Somebody.DAY,
                null,
                null,
                LicenceDraft.Source.PUSHED,
                TestStore.CLOCK.instant());

        assertThat(TestStore.life().renew(REGISTRY, next)).isEqualTo(LicenceOutcome.OK);

        var after = TestStore.own().all(wang.actor()).getFirst();
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.version()).isEqualTo(2);
        assertThat(after.data()).containsEntry("location", "泉城路2号");
        assertThat(String.valueOf(after.identifier())).contains(".002.");
        assertThat(owner.sql("select count(*) from lic.version where id = ?")
                        .param(before.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(TestStore.life()
                        .renew(
                                REGISTRY,
                                new LicenceDraft(
                                        TITLE,
                                        number,
                                        List.of(wang.holder()),
                                        Map.of(),
                                        Somebody.DAY,
                                        null,
                                        null,
                                        LicenceDraft.Source.PUSHED,
                                        Instant.EPOCH)))
                .isEqualTo(LicenceOutcome.STALE);
    }

    @Test
    void actsForAnotherByMandateAndStopsWithIt() {
        wang.holds(TITLE);
        var agent = Somebody.arrives();
        var number = wang.hasOpenCase(MATTER);
        var grant = live(number).basis(Basis.DELEGATE);
        assertThat(authorise(agent.actor(), grant.build())).isEqualTo(new Authorised.Refused("no-mandate"));
        var mandates = new Mandates(TestStore.DATABASE, TestStore.CLOCK);
        var until = TestStore.CLOCK.instant().plus(Duration.ofDays(30));
        var given = (Mandates.Given.Mandate) mandates.give(
                wang.actor(),
                agent.id(),
                List.of(MATTER),
                until,
                UUID.randomUUID().toString());
        assertThat(mandates.of(agent.actor(), wang.id(), MATTER)).contains(given.id());
        assertThat(mandates.of(agent.actor(), wang.id(), "other-matter")).isEmpty();
        var code = granted(agent.actor(), grant.build());
        assertThat(open(WINDOW, code, Mode.DOCUMENT)).isInstanceOf(Opened.Given.class);
        assertThat(allowed(agent, null, 9))
                .singleElement()
                .returns(false, AuthorisationRecord::given)
                .returns("live", AuthorisationRecord::state);
        assertThat(mandatesOf(wang)).isEqualTo("given live");
        assertThat(mandatesOf(agent)).isEqualTo("received live");

        mandates.revoke(wang.actor(), given.id());

        assertThat(mandatesOf(agent)).isEqualTo("received revoked");

        assertThat(open(WINDOW, code, Mode.DOCUMENT)).isEqualTo(refused("no-mandate"));
        assertThat(mandates.of(agent.actor(), wang.id(), MATTER)).isEmpty();
    }

    private static String mandatesOf(Somebody who) {
        var only = new OwnAuthority(TestStore.DATABASE, TestStore.CLOCK)
                .mandates(who.actor(), null, 9)
                .getFirst();
        return (only.given() ? "given " : "received ") + only.state();
    }

    @Test
    void letsWhomTheBusinessLicenceNamesActForTheCompany() {
        var company = Somebody.arrives();
        var boss = "370102198503078212";
        var bossIs = HolderId.of(TestStore.HASH, org.onewindow.canonical.IdType.RESIDENT_ID, boss);
        var number = "C" + company.passport();
        TestStore.licences()
                .seed(List.of(new LicenceDraft(
                        "business-licence",
                        number,
                        List.of(company.holder()),
                        Map.of("legalRepresentativeId", boss),
                        Somebody.DAY,
                        null,
                        null,
                        LicenceDraft.Source.PUSHED,
                        TestStore.CLOCK.instant())));
        var actor = new Actor("citizen:boss", "portal", null, bossIs);
        var grant = new GrantDraft(Basis.LEGAL_REPRESENTATIVE, company.id(), company.hasOpenCase(MATTER))
                .types("business-licence");
        var code = granted(actor, grant.build());
        var wish = new Wish(code, "business-licence", Mode.DOCUMENT, List.of(), null);
        assertThat(openings(TestStore.DATABASE, TestStore.CLOCK).open(WINDOW, wish))
                .isInstanceOf(Opened.Given.class);

        TestStore.life()
                .change(
                        REGISTRY,
                        "business-licence",
                        number,
                        LicenceChange.REVOKE,
                        "closed",
                        null,
                        TestStore.CLOCK.instant());

        assertThat(openings(TestStore.DATABASE, TestStore.CLOCK).open(WINDOW, wish))
                .isEqualTo(refused("no-mandate"));
    }

    @Test
    void wantsASecondPersonAfterAnEmergency() {
        wang.holds(TITLE);
        var grant = statutory(wang.hasOpenCase(MATTER)).basis(Basis.EMERGENCY).until(Duration.ofMinutes(30));
        var granted = (Authorised.Granted) authorise(TAX, grant.build());
        assertThat(open(TAX, granted.code(), Mode.DOCUMENT)).isInstanceOf(Opened.Given.class);

        assertThat(authorisations().confirm(TAX, granted.id()))
                .as("not by oneself")
                .isFalse();
        assertThat(authorisations().confirm(new Actor("officer-4", "department", "tax", null), granted.id()))
                .isTrue();
    }

    @Test
    void givesADepartmentNoOtherEmergencyWhileOneWasNotConfirmedWithinADay() {
        wang.holds(TITLE);
        var bureau = "bureau-" + UUID.randomUUID();
        var officer = new Actor("officer-1", "department", bureau, null);
        var number = wang.hasOpenCase(MATTER);
        var granted = (Authorised.Granted) authorise(
                officer,
                statutory(number)
                        .basis(Basis.EMERGENCY)
                        .until(Duration.ofMinutes(30))
                        .build());
        var nextDay = Clock.offset(TestStore.CLOCK, Duration.ofHours(25));
        var later = new Authorisations(TestStore.DATABASE, spending, nextDay);
        var again = statutory(number).basis(Basis.EMERGENCY).until(Duration.ofMinutes(25 * 60 + 30));

        assertThat(later.authorise(officer, again.build())).isEqualTo(new Authorised.Refused("not-confirmed"));

        assertThat(new Emergencies(TestStore.DATABASE, TestStore.CLOCK).unconfirmed(officer))
                .singleElement()
                .returns(false, Emergency::late);
        assertThat(new Emergencies(TestStore.DATABASE, nextDay).unconfirmed(officer))
                .singleElement()
                .returns(granted.id(), Emergency::id)
                .returns(true, Emergency::late);
        assertThat(new Emergencies(TestStore.DATABASE, nextDay).late()).isPositive();
        assertThat(new OwnAuthority(TestStore.DATABASE, nextDay)
                        .authorisations(wang.actor(), null, 1)
                        .getFirst()
                        .state())
                .isEqualTo("not-confirmed");
        assertThat(later.confirm(new Actor("officer-2", "department", bureau, null), granted.id()))
                .as("too late for a colleague")
                .isFalse();
        assertThat(later.confirm(new Actor("operator-1", "operator", null, null), granted.id()))
                .isTrue();
        assertThat(later.authorise(officer, again.build())).isInstanceOf(Authorised.Granted.class);
    }

    @Test
    void stopsWhoLooksAtTooManyPeopleAndRaisesTheAlarm() {
        LicenceTables.budget(TestStore.OWNER, 3, 2000);
        try {
            mayLookAt(3);
        } finally {
            LicenceTables.budget(TestStore.OWNER, 60, 2000);
        }
    }

    private void mayLookAt(int people) {
        var sensing = new Sensing(TestStore.DATABASE, spending, TestStore.CLOCK);
        var clerk = new Actor("clerk-" + UUID.randomUUID(), "window", null, null);
        for (int i = 0; i < people; i++) {
            var one = Somebody.arrives();
            var number = one.hasOpenCase(MATTER);
            assertThat(sensing.look(clerk, one.id(), List.of(TITLE), number)).isInstanceOf(Sensing.Answer.Found.class);
            assertThat(sensing.look(clerk, one.id(), List.of(TITLE), number)).isInstanceOf(Sensing.Answer.Found.class);
        }

        assertThat(sensing.look(clerk, wang.id(), List.of(TITLE), wang.hasOpenCase(MATTER)))
                .isEqualTo(new Sensing.Answer.Refused("over-budget"));
        assertThat(alarms).hasValue(1);
        wang.holds(TITLE);
        var code = granted(wang.actor(), live(wang.hasOpenCase(MATTER)).build());
        assertThat(openings(TestStore.DATABASE, TestStore.CLOCK).open(clerk, wish(code, Mode.DOCUMENT)))
                .isEqualTo(refused("over-budget"));
        assertThat(alarms).hasValue(2);
    }

    @Test
    void tellsTheHolderLaterWhereTheLawSaysSo() {
        wang.holds(TITLE);
        var code = granted(TAX, statutory(wang.hasOpenCase(MATTER)).build());
        var later = TestStore.CLOCK.instant().plus(Duration.ofDays(30));

        openings(TestStore.DATABASE, TestStore.CLOCK).open(TAX, new Wish(code, TITLE, Mode.DOCUMENT, List.of(), later));

        assertThat(usage()).isEmpty();
        assertThat(new Usage(TestStore.DATABASE, Clock.offset(TestStore.CLOCK, Duration.ofDays(31)))
                        .of(wang.actor(), Long.MAX_VALUE, 10))
                .hasSize(1);
    }

    @Test
    void answersAQuestionInsteadOfShowingTheLicence() {
        wang.holds(TITLE);
        var code = granted(wang.actor(), live(wang.hasOpenCase(MATTER)).uses(9).build());

        assertThat(check(TestStore.CLOCK, code, new Predicate(Predicate.Kind.CONTAINS, "location", "泉城路")))
                .isEqualTo(Predicate.Truth.TRUE);
        assertThat(check(TestStore.CLOCK, code, new Predicate(Predicate.Kind.CONTAINS, "location", "经四路")))
                .isEqualTo(Predicate.Truth.FALSE);
        assertThat(check(TestStore.CLOCK, code, new Predicate(Predicate.Kind.AT_LEAST, "floorAreaSqm", 80)))
                .isEqualTo(Predicate.Truth.UNKNOWN);
    }

    private Predicate.Truth check(Clock clock, Code code, Predicate predicate) {
        var opened = openings(TestStore.DATABASE, clock).open(WINDOW, wish(code, Mode.PREDICATE));
        return predicate.of(((Opened.Given) opened).licence());
    }

    private LicenceOutcome change(String number, LicenceChange change) {
        return TestStore.life()
                .change(REGISTRY, TITLE, number, change, "by the registry", null, TestStore.CLOCK.instant());
    }

    private List<UseRecord> usage() {
        return new Usage(TestStore.DATABASE, TestStore.CLOCK).of(wang.actor(), Long.MAX_VALUE, 10);
    }

    private int audited(String outcome) {
        return owner.sql("select count(*) from audit.event where outcome = ? and actor = ?")
                .params(outcome, WINDOW.subject())
                .query(Integer.class)
                .single();
    }

    private static Opened.Refused refused(String reason) {
        return new Opened.Refused(reason, null);
    }

    private Opened open(Actor actor, Code code, Mode mode, String... fields) {
        return openings(TestStore.DATABASE, TestStore.CLOCK)
                .open(actor, new Wish(code, TITLE, mode, List.of(fields), null));
    }

    private static Wish wish(Code code, Mode mode) {
        return new Wish(code, TITLE, mode, List.of(), null);
    }

    private Openings openings(DataSource database, Clock clock) {
        return new Openings(
                database,
                new org.onewindow.licences.Contents(database, TestStore.KEYS, TestStore.HASH, TestStore.CATALOGUE),
                TestStore.CATALOGUE,
                spending,
                clock);
    }

    private Authorisations authorisations() {
        return new Authorisations(TestStore.DATABASE, spending, TestStore.CLOCK);
    }

    private Authorised authorise(Actor actor, Grant grant) {
        return authorisations().authorise(actor, grant);
    }

    private Code granted(Actor actor, Grant grant) {
        var authorised = authorise(actor, grant);
        assertThat(authorised).isInstanceOf(Authorised.Granted.class);
        return ((Authorised.Granted) authorised).code();
    }

    private GrantDraft live(CaseNumber number) {
        return new GrantDraft(Basis.HOLDER_LIVE, wang.id(), number);
    }

    private GrantDraft statutory(CaseNumber number) {
        return new GrantDraft(Basis.STATUTORY, wang.id(), number)
                .audience("department")
                .ground("契税法第九条");
    }

    /** A grant, but for what a test wants otherwise. */
    private static final class GrantDraft {

        private Basis basis;
        private final HolderId holder;
        private final CaseNumber number;
        private String type = TITLE;
        private String audience = "window";
        private int uses = 3;
        private Duration until = Duration.ofMinutes(15);
        private @Nullable String ground;

        GrantDraft(Basis basis, HolderId holder, CaseNumber number) {
            this.basis = basis;
            this.holder = holder;
            this.number = number;
        }

        GrantDraft basis(Basis other) {
            basis = other;
            return this;
        }

        GrantDraft types(String other) {
            type = other;
            return this;
        }

        GrantDraft audience(String other) {
            audience = other;
            return this;
        }

        GrantDraft uses(int other) {
            uses = other;
            return this;
        }

        GrantDraft until(Duration other) {
            until = other;
            return this;
        }

        GrantDraft ground(@Nullable String other) {
            ground = other;
            return this;
        }

        Grant build() {
            var now = TestStore.CLOCK.instant();
            return new Grant(
                    basis,
                    holder,
                    MATTER,
                    number,
                    List.of(type),
                    null,
                    List.of(Mode.PREDICATE, Mode.FIELDS, Mode.DOCUMENT),
                    uses,
                    now,
                    now.plus(until),
                    audience,
                    ground,
                    null);
        }
    }
}
