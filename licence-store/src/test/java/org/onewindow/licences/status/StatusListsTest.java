package org.onewindow.licences.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.licences.Somebody.REGISTER;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onewindow.licences.Actor;
import org.onewindow.licences.LicenceChange;
import org.onewindow.licences.LicenceDraft;
import org.onewindow.licences.Somebody;
import org.onewindow.licences.TestStore;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a verifier without a line can know of a licence that its holder takes along. */
class StatusListsTest {

    private static final String ISSUER =
            TestStore.CATALOGUE.type(REGISTER).issuer().code();
    private static final Actor BUREAU = new Actor("public-security", "department", "public-security", null);

    private final StatusLists lists = at(Duration.ZERO);
    private final JdbcClient owner = JdbcClient.create(TestStore.OWNER);
    private final Somebody wang = Somebody.arrives();

    /** The database outlives a run. */
    @BeforeEach
    void nobodyHasTakenAnythingAlong() {
        owner.sql("delete from lic.status_place").update();
    }

    @Test
    void showsEachChangeOfStateAtThePlaceOfTheToken() {
        var licence = register();
        int place = place(licence);

        assertThat(stateAt(place)).isZero();
        change(LicenceChange.SUSPEND);
        assertThat(stateAt(place)).isEqualTo(2);
        change(LicenceChange.RESUME);
        assertThat(stateAt(place)).isZero();
        change(LicenceChange.REVOKE);
        assertThat(stateAt(place)).isEqualTo(1);
        assertThat(taken(licence)).isEqualTo(new TakenAlong.Refused("not-in-force"));
    }

    @Test
    void showsWhatAnOlderVersionIsWorth() {
        var licence = register();
        int before = place(licence);

        TestStore.life().renew(BUREAU, wang.draft(REGISTER, number()));

        assertThat(stateAt(before)).isEqualTo(1);
        assertThat(stateAt(place(licence))).isZero();
    }

    /** Whoever saw one token learns nothing of the next, nor of its licence once that token is over. */
    @Test
    void givesEachTokenAPlaceOfItsOwnAndFreesItWhenTheTokenIsOver() {
        var licence = register();
        int place = place(licence);
        assertThat(place(licence)).isNotEqualTo(place);
        change(LicenceChange.REVOKE);

        assertThat(stateAt(place)).isEqualTo(1);
        assertThat(state(unpacked(at(StatusLists.LASTS)), place)).isZero();
        var other = Somebody.arrives();
        other.holds(REGISTER);
        at(StatusLists.LASTS.plusDays(2)).takeAlong(other.actor(), idOf(other), REGISTER);
        assertThat(owner.sql("select count(*) from lic.status_place where id = ?")
                        .param(licence)
                        .query(Integer.class)
                        .single())
                .as("nothing is kept of what is over")
                .isZero();
    }

    @Test
    void letsTwentyTokensOfALicenceBeAboutAndNoMore() {
        var licence = register();

        var taken = Stream.generate(() -> taken(licence)).limit(21).toList();

        assertThat(taken.subList(0, 20)).allMatch(TakenAlong.Placed.class::isInstance);
        assertThat(taken.getLast()).isEqualTo(new TakenAlong.Refused("too-many"));
        assertThat(at(StatusLists.LASTS).takeAlong(wang.actor(), licence, REGISTER))
                .isInstanceOf(TakenAlong.Placed.class);
    }

    @Test
    void givesNobodyAPlaceForAnothersLicence() {
        var licence = register();

        assertThat(lists.takeAlong(Somebody.arrives().actor(), licence, REGISTER))
                .isEqualTo(new TakenAlong.Refused("unknown"));
    }

    @Test
    void takesNothingAlongThatIsOnlineOnlyAndWritesDownThatItWasWished() {
        wang.holds(Somebody.TITLE);
        var licence = idOf(wang);

        assertThat(lists.takeAlong(wang.actor(), licence, Somebody.TITLE))
                .isEqualTo(new TakenAlong.Refused("online-only"));
        assertThat(owner.sql("select outcome from audit.event where action = 'take-along' and licence = ?")
                        .param(licence)
                        .query(String.class)
                        .list())
                .containsExactly("online-only");
    }

    /** A business licence is known for ninety days after its issuer's last word. */
    @Test
    void takesUnknownForValidNeverNorForLongerThanTheIssuersWordIsGood() {
        TestStore.licences()
                .add(BUREAU, draft("business-licence", TestStore.CLOCK.instant().minus(Duration.ofDays(88)), null));
        var licence = idOf(wang);

        assertThat(lists.takeAlong(wang.actor(), licence, "business-licence"))
                .isInstanceOfSatisfying(TakenAlong.Placed.class, taken -> assertThat(taken.until())
                        .isEqualTo(TestStore.CLOCK.instant().plus(Duration.ofDays(2))));
        assertThat(at(Duration.ofDays(3)).takeAlong(wang.actor(), licence, "business-licence"))
                .isEqualTo(new TakenAlong.Refused("not-in-force"));
    }

    @Test
    void takesNothingAlongBeyondItsLastDay() {
        TestStore.licences().add(BUREAU, draft(REGISTER, TestStore.CLOCK.instant(), Somebody.DAY));

        assertThat(lists.takeAlong(wang.actor(), idOf(wang), REGISTER))
                .isInstanceOfSatisfying(TakenAlong.Placed.class, taken -> assertThat(taken.until())
                        .isEqualTo("2026-11-23T16:00:00Z"));
    }

    /** Half of it given, a list doubles; where all that was drawn is given, another drawing may find a place. */
    @Test
    void growsAListThatFillsUp() {
        register();
        var issuer = "F" + UUID.randomUUID().toString().substring(0, 8);
        owner.sql("update lic.licence set issuer = ? where holder = ?")
                .params(issuer, wang.id().bytes())
                .update();
        fill(issuer, 65_536);

        assertThat(taken(idOf(wang))).isInstanceOf(TakenAlong.Placed.class);
        assertThat(taken(idOf(wang)))
                .isInstanceOfSatisfying(TakenAlong.Placed.class, taken -> assertThat(taken.issuer())
                        .isEqualTo(issuer));

        assertThat(unpacked(lists, issuer)).hasSizeGreaterThanOrEqualTo(2 * 65_536 / 4);
    }

    /** All places of a list, taken for a licence that is not there. */
    private void fill(String issuer, int places) {
        owner.sql("insert into lic.status_list values (?, ?)")
                .params(issuer, places)
                .update();
        owner.sql(
                        """
                        insert into lic.status_place
                        select ?, p, 'lic_none', '\\x00', 1, timestamptz '2100-01-01' from generate_series(0, ?) p""")
                .params(issuer, places - 1)
                .update();
    }

    private static StatusLists at(Duration later) {
        return new StatusLists(TestStore.DATABASE, TestStore.CATALOGUE, Clock.offset(TestStore.CLOCK, later));
    }

    private String register() {
        wang.holds(REGISTER);
        return idOf(wang);
    }

    private String number() {
        return "N" + wang.passport();
    }

    private static String idOf(Somebody holder) {
        return TestStore.own().all(holder.actor()).getFirst().id();
    }

    private LicenceDraft draft(String type, Instant asOf, @Nullable LocalDate last) {
        var draft = wang.draft(type, number(), last);
        return new LicenceDraft(
                type,
                draft.number(),
                List.of(wang.holder()),
                draft.data(),
                draft.issuedOn(),
                last,
                null,
                LicenceDraft.Source.PUSHED,
                asOf);
    }

    private TakenAlong taken(String licence) {
        return lists.takeAlong(wang.actor(), licence, REGISTER);
    }

    private int place(String licence) {
        return ((TakenAlong.Placed) taken(licence)).place();
    }

    private void change(LicenceChange change) {
        TestStore.life().change(BUREAU, REGISTER, number(), change, null, null, TestStore.CLOCK.instant());
    }

    private int stateAt(int place) {
        return state(unpacked(lists), place);
    }

    private static int state(byte[] bytes, int place) {
        return (bytes[place / 4] >> (place % 4 * 2)) & 3;
    }

    private static byte[] unpacked(StatusLists lists) {
        return unpacked(lists, ISSUER);
    }

    private static byte[] unpacked(StatusLists lists, String issuer) {
        try (var in = new InflaterInputStream(new ByteArrayInputStream(lists.packed(issuer)))) {
            return in.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
