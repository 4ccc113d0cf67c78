package org.onewindow.licences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.licences.Somebody.DAY;
import static org.onewindow.licences.Somebody.REGISTER;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.licences.LicenceDraft.Source;
import org.onewindow.licences.LicencePulls.Kept;
import org.onewindow.licences.keys.HolderId;

/** An issuer that was asked also tells by itself, and other people come to hold what it issued: the last word counts, and for whom it is. */
class PullOrderTest {

    private static final Actor BUREAU = new Actor("public-security", "department", "public-security", null);
    private final Instant asked = TestStore.CLOCK.instant();

    private final LicencePulls pulls = TestStore.store().pulls();
    private final OwnLicences own = TestStore.own();
    private final Somebody wang = Somebody.arrives();
    private final Somebody li = Somebody.arrives();

    @Test
    void aSuspensionThatCameWhileItWasAskedStays() {
        said(asked, wang);

        assertThat(tells(LicenceChange.SUSPEND, asked.plusMillis(200))).isEqualTo(LicenceOutcome.OK);

        assertThat(said(asked.plusMillis(100), wang)).isEqualTo(Kept.OVERTAKEN);
        assertThat(own.all(wang.actor())).singleElement().returns(Licence.Status.SUSPENDED, Licence::status);
        assertThat(said(asked.plusMillis(300), wang)).isEqualTo(Kept.CONFIRMED);
        assertThat(own.all(wang.actor())).singleElement().returns(Licence.Status.VALID, Licence::status);
    }

    @Test
    void whoAskedEarlierAndHearsTheSameConfirmsIt() {
        said(asked, wang);

        assertThat(said(asked.minusMillis(100), wang)).isEqualTo(Kept.CONFIRMED);
    }

    /** The issuer's clock may be behind that of the hub. */
    @Test
    void aRevocationIsNeverTooOld() {
        said(asked, wang);

        assertThat(tells(LicenceChange.RESUME, asked.minusSeconds(5))).isEqualTo(LicenceOutcome.STALE);
        assertThat(tells(LicenceChange.REVOKE, asked.minusSeconds(5))).isEqualTo(LicenceOutcome.OK);

        assertThat(own.all(wang.actor())).singleElement().returns(Licence.Status.REVOKED, Licence::status);
    }

    @Test
    void whoLeftItHoldsItNoMoreAndStillSeesWhatTheyHeld() {
        said(asked, wang, li);

        assertThat(said(asked, wang)).isEqualTo(Kept.RENEWED);

        assertThat(sensed(li)).isEmpty();
        assertThat(own.all(li.actor()))
                .singleElement()
                .returns(1, Licence::version)
                .returns(Licence.Status.SUPERSEDED, Licence::status);
        assertThat(sensed(wang)).hasSize(1);
        assertThat(own.all(wang.actor())).extracting(Licence::version).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void whoCameHoldsIt() {
        said(asked, wang);

        assertThat(said(asked, wang, li)).isEqualTo(Kept.RENEWED);

        assertThat(sensed(li)).hasSize(1);
        assertThat(own.all(li.actor())).singleElement().returns(2, Licence::version);
    }

    @Test
    void thoseWhoRemainHoldItWhenTheFirstHasLeft() {
        said(asked, wang, li);

        assertThat(said(asked, li)).isEqualTo(Kept.RENEWED);
        assertThat(said(asked, li)).isEqualTo(Kept.CONFIRMED);

        assertThat(sensed(li)).hasSize(1);
        assertThat(sensed(wang)).isEmpty();
    }

    /** A node may stop before the cases were told, and whoever told it what it knows tells nothing again. */
    @Test
    void isToBeToldUntilItWasToldAndAgainWhenItIsOtherOrInForceAgain() {
        said(asked, wang);
        assertThat(told(false)).containsExactly(wang.id());
        assertThat(told(true)).containsExactly(wang.id());
        said(asked, wang);
        assertThat(told(true)).isEmpty();

        tells(LicenceChange.SUSPEND, asked);
        assertThat(told(true)).isEmpty();
        tells(LicenceChange.RESUME, asked);
        assertThat(told(true)).containsExactly(wang.id());

        said(asked, wang, li);
        assertThat(told(true)).containsExactlyInAnyOrder(wang.id(), li.id());
    }

    /** The look that had it asked for saw it; every other case of its holders hears of it. */
    @Test
    void saysForWhichCaseItsIssuerWasAsked() {
        var asking = wang.hasOpenCase("residence-move");
        pulls.keep(BUREAU, "public-security", draft(asked, wang), asking);
        var askedFor = new ArrayList<CaseNumber>();

        while (TestStore.store().arrivals().tellNext(one -> {
            if (one.holders().contains(wang.id())) {
                askedFor.add(one.askedFor());
            }
            return true;
        })) {
            // the next
        }

        assertThat(askedFor).containsExactly(asking);
        tells(LicenceChange.SUSPEND, asked);
        tells(LicenceChange.RESUME, asked);
        assertThat(told(true)).as("told by itself, it is for all of them").containsExactly(wang.id());
    }

    @Test
    void isNotToldWhereItIsNotInForceAnyMore() {
        said(asked, wang);
        tells(LicenceChange.SUSPEND, asked);

        assertThat(told(true)).isEmpty();
    }

    /** Whom of these two the cases hear of; what others brought is told meanwhile. */
    private List<HolderId> told(boolean willingly) {
        var arrivals = TestStore.store().arrivals();
        var told = new ArrayList<HolderId>();
        Arrivals.Telling telling = one -> {
            var holders = one.holders();
            boolean ours = holders.contains(wang.id()) || holders.contains(li.id());
            told.addAll(ours ? holders : List.of());
            return willingly || !ours;
        };
        while (arrivals.tellNext(telling)) {
            // the next
        }
        return told;
    }

    private LicenceOutcome tells(LicenceChange change, Instant at) {
        return TestStore.life().change(BUREAU, REGISTER, number(), change, null, null, at);
    }

    private List<Sensed> sensed(Somebody whose) {
        var answer = TestStore.store().sensing().look(whose.actor(), whose.id(), List.of(REGISTER), null);
        return ((Sensing.Answer.Found) answer).licences();
    }

    private String number() {
        return "H" + wang.passport();
    }

    private Kept said(Instant at, Somebody... holders) {
        return pulls.keep(BUREAU, "public-security", draft(at, holders), null);
    }

    private LicenceDraft draft(Instant at, Somebody... holders) {
        Map<String, Object> data = Map.of("number", number());
        var people = Stream.of(holders).map(Somebody::holder).toList();
        return new LicenceDraft(REGISTER, number(), people, data, DAY, null, null, Source.PULLED, at);
    }
}
