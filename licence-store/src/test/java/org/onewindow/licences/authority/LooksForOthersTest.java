package org.onewindow.licences.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.licences.Actor;
import org.onewindow.licences.LicenceTables;
import org.onewindow.licences.Sensing;
import org.onewindow.licences.Somebody;
import org.onewindow.licences.TestStore;
import org.onewindow.licences.authority.LooksForOthers.Answer;
import org.onewindow.licences.materials.MaterialLook;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What there is of somebody is told to nobody else by their number alone. */
class LooksForOthersTest {

    private static final String MATTER = "utilities-transfer";
    private static final String TITLE = Somebody.TITLE;

    private final AtomicInteger alarms = new AtomicInteger();
    private final Spending spending = new Spending(alarms::incrementAndGet);
    private final LooksForOthers looks = new LooksForOthers(TestStore.DATABASE, spending, TestStore.CLOCK);
    private final Mandates mandates = new Mandates(TestStore.DATABASE, TestStore.CLOCK);
    private final Somebody wang = Somebody.arrives();
    private final Somebody agent = Somebody.arrives("李晓");
    private final Actor clerk = new Actor("clerk-" + UUID.randomUUID(), "window", null, null);

    @Test
    void anAgentLooksByTheHoldersMandateForTheMatterAndTheHolderSeesIt() {
        wang.holds(TITLE);
        mandate("another-matter");
        assertThat(looks.allow(agent.actor(), wanted(null, null))).isEqualTo(new Answer.Refused("no-mandate"));
        mandate(MATTER);

        var allowed = allowed(agent.actor(), wanted(null, null));

        assertThat(sensed(allowed, wang)).isEqualTo(1);
        assertThat(looks.told(allowed)).isTrue();
        assertThat(uses())
                .singleElement()
                .returns("predicate", UseRecord::mode)
                .returns("delegate", UseRecord::basis)
                .returns(MATTER, UseRecord::purpose)
                .returns("portal", UseRecord::by);
        assertThat(sensed(allowed, wang)).as("one look, and no more").isEqualTo(-1);
        assertThat(looks.told(allowed)).isFalse();
        assertThat(audited(agent.actor(), "no-mandate")).isEqualTo(1);
    }

    /** What they handed in is no licence, and a look at it no use of one. */
    @Test
    void whomALookIsOfSeesItThoughTheyHaveNoLicence(@TempDir Path folder) {
        var number = wang.hasOpenCase(MATTER);

        assertThat(looks.told(allowed(clerk, wanted(null, number)))).isTrue();

        assertThat(uses()).isEmpty();
        var seen = TestStore.looks(TestStore.uploads(folder));
        assertThat(seen.at(wang.actor(), Long.MAX_VALUE, 10))
                .singleElement()
                .returns("looked-for", MaterialLook::how)
                .returns(List.of(TITLE), MaterialLook::types)
                .returns(MATTER, MaterialLook::matter)
                .returns(number.text(), MaterialLook::caseNumber)
                .returns("window", MaterialLook::by)
                .returns(false, MaterialLook::own);
        assertThat(seen.at(agent.actor(), Long.MAX_VALUE, 10)).isEmpty();
    }

    /** The mandate is looked up again at each question, and at the end. */
    @Test
    void aLookEndsWithTheMandateThatItRestsOn() {
        wang.holds(TITLE);
        var mandate = mandate(MATTER);
        var allowed = allowed(agent.actor(), wanted(null, null));

        mandates.revoke(wang.actor(), mandate);

        assertThat(sensed(allowed, wang)).isEqualTo(-1);
        assertThat(looks.told(allowed)).isFalse();
        assertThat(uses()).isEmpty();
    }

    @Test
    void aLookIsOfOnePersonAndOfWhoeverItWasAllowedTo() {
        var other = Somebody.arrives();
        other.holds(TITLE);
        wang.holds(TITLE);
        mandate(MATTER);
        var allowed = allowed(agent.actor(), wanted(null, null));
        var thief = new Actor(clerk.subject(), clerk.client(), null, null, allowed.look());

        assertThat(sensed(allowed, other)).isEqualTo(-1);
        assertThat(sensed(thief, wang)).isEqualTo(-1);
        assertThat(looks.told(thief)).isFalse();
        assertThat(sensed(allowed, wang)).isEqualTo(1);
    }

    @Test
    void aWindowLooksWithThePictureThatTheHolderShowsThere() {
        wang.holds(TITLE);
        long scan = scan(wang, clerk);

        var allowed = allowed(clerk, wanted(scan, null));

        assertThat(sensed(allowed, wang)).isEqualTo(1);
        assertThat(TestStore.space().look(allowed, wang.id(), List.of("sale-contract"), null))
                .isEmpty();
        assertThat(looks.told(allowed)).isTrue();
        assertThat(uses().getFirst())
                .returns("predicate", UseRecord::mode)
                .returns("holder-live", UseRecord::basis)
                .returns("window", UseRecord::by);
    }

    /** Of one picture comes one look, of whom it is of, by who scanned it, within the minute. */
    @Test
    void aPictureIsGoodForOneLookByWhoScannedIt() {
        wang.holds(TITLE);
        var other = Somebody.arrives();
        other.holds(TITLE);
        long scan = scan(wang, clerk);
        var colleague = new Actor("clerk-" + UUID.randomUUID(), "window", null, null);
        var later =
                new LooksForOthers(TestStore.DATABASE, spending, Clock.offset(TestStore.CLOCK, Duration.ofSeconds(61)));

        assertThat(looks.allow(colleague, wanted(scan, null))).isEqualTo(new Answer.Refused("not-shown"));
        assertThat(looks.allow(clerk, new WantedLook(other.id(), MATTER, List.of(TITLE), scan, null)))
                .isEqualTo(new Answer.Refused("not-shown"));
        assertThat(later.allow(clerk, wanted(scan, null))).isEqualTo(new Answer.Refused("not-shown"));
        allowed(clerk, wanted(scan, null));
        assertThat(looks.allow(clerk, wanted(scan, null))).isEqualTo(new Answer.Refused("used-up"));
    }

    /** A use by a code that was given for something else shows nobody at the window. */
    @Test
    void anotherUseOfALicenceIsNoPicture() {
        wang.holds(TITLE);
        TestStore.own().all(wang.actor());
        var own = uses().getFirst();

        assertThat(looks.allow(new Actor(wang.actor().subject(), own.by(), null, null), wanted(own.id(), null)))
                .isEqualTo(new Answer.Refused("not-shown"));
    }

    @Test
    void aWindowLooksForAnOpenCaseOfTheMatterThatNamesTheHolder() {
        wang.holds(TITLE);
        var number = wang.hasOpenCase(MATTER);
        var another = wang.hasOpenCase("used-home-transfer");
        var others = Somebody.arrives().hasOpenCase(MATTER);

        for (var useless : List.of(another, others)) {
            assertThat(looks.allow(clerk, wanted(null, useless))).isEqualTo(new Answer.Refused("no-purpose"));
        }
        var allowed = allowed(clerk, wanted(null, number));

        assertThat(sensed(allowed, wang)).isEqualTo(1);
        assertThat(looks.told(allowed)).isTrue();
        assertThat(uses())
                .singleElement()
                .returns("statutory", UseRecord::basis)
                .returns(number.text(), UseRecord::caseNumber);
        Somebody.ends(number);
        assertThat(looks.allow(clerk, wanted(null, number))).isEqualTo(new Answer.Refused("no-purpose"));
    }

    @Test
    void aTypedNumberAloneOpensNothingAndTheTryIsWrittenDown() {
        wang.holds(TITLE);

        assertThat(looks.allow(clerk, wanted(null, null))).isEqualTo(new Answer.Refused("no-purpose"));

        assertThat(audited(clerk, "no-purpose")).isEqualTo(1);
        assertThat(uses()).isEmpty();
    }

    @Test
    void aClerkLooksAtNoMorePeopleThanTheBudgetAllows() {
        LicenceTables.budget(TestStore.OWNER, 1, 2000);
        try {
            var other = Somebody.arrives();
            allowed(clerk, new WantedLook(other.id(), MATTER, List.of(TITLE), null, other.hasOpenCase(MATTER)));

            assertThat(looks.allow(clerk, wanted(null, wang.hasOpenCase(MATTER))))
                    .isEqualTo(new Answer.Refused("over-budget"));
            assertThat(alarms).hasValue(1);
        } finally {
            LicenceTables.budget(TestStore.OWNER, 60, 2000);
        }
    }

    private WantedLook wanted(@Nullable Long scan, @Nullable CaseNumber number) {
        return new WantedLook(wang.id(), MATTER, List.of(TITLE), scan, number);
    }

    private Actor allowed(Actor actor, WantedLook wanted) {
        var answer = looks.allow(actor, wanted);
        assertThat(answer).isInstanceOf(Answer.Allowed.class);
        return ((Answer.Allowed) answer).actor();
    }

    /** How many there are; -1: that is not told. */
    private int sensed(Actor actor, Somebody whose) {
        return new Sensing(TestStore.DATABASE, spending, TestStore.CLOCK).look(actor, whose.id(), List.of(TITLE), null)
                        instanceof Sensing.Answer.Found(var found)
                ? found.size()
                : -1;
    }

    private String mandate(String matter) {
        var given = mandates.give(
                wang.actor(),
                agent.id(),
                List.of(matter),
                TestStore.CLOCK.instant().plus(Duration.ofDays(30)),
                UUID.randomUUID().toString());
        return ((Mandates.Given.Mandate) given).id();
    }

    private static long scan(Somebody holder, Actor reader) {
        var store = TestStore.store();
        var now = TestStore.CLOCK.instant();
        var shown = new Grant(
                Basis.HOLDER_LIVE,
                holder.id(),
                Grant.PRESENTING,
                null,
                List.of(TITLE),
                null,
                List.of(Mode.QR),
                1,
                now,
                now.plusSeconds(60),
                "*",
                null,
                null);
        var granted = (Authorised.Granted) store.authorisations().authorise(holder.actor(), shown);
        var wish = new Wish(granted.code(), TITLE, Mode.QR, List.of(), null);
        return ((Opened.Given) store.openings().open(reader, wish)).receipt();
    }

    private List<UseRecord> uses() {
        return TestStore.store().usage().of(wang.actor(), Long.MAX_VALUE, 10);
    }

    private int audited(Actor actor, String outcome) {
        return Objects.requireNonNull(JdbcClient.create(TestStore.OWNER)
                .sql("select count(*) from audit.event where action = 'look-for' and outcome = ? and actor = ?")
                .params(outcome, actor.subject())
                .query(Integer.class)
                .single());
    }
}
