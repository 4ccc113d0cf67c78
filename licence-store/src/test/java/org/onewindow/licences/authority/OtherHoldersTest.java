package org.onewindow.licences.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.licences.Somebody.DAY;
import static org.onewindow.licences.Somebody.TITLE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.IdType;
import org.onewindow.licences.Actor;
import org.onewindow.licences.Licence;
import org.onewindow.licences.LicenceDraft;
import org.onewindow.licences.LicenceDraft.Source;
import org.onewindow.licences.LicenceOutcome;
import org.onewindow.licences.LicenceStore;
import org.onewindow.licences.OwnLicences;
import org.onewindow.licences.Sensing;
import org.onewindow.licences.Somebody;
import org.onewindow.licences.TestStore;
import org.onewindow.licences.keys.HolderId;

/** An issuer renews a licence for other people than held it: from then on it is theirs alone. */
class OtherHoldersTest {

    private static final String MATTER = "used-home-transfer";
    private static final String COMPANYS = "business-licence";
    private static final Actor WINDOW = new Actor("clerk-7", "window", null, null);
    private static final Actor REGISTRY = new Actor("registry", "department", "land-registry", null);

    private final LicenceStore store = TestStore.store();
    private final OwnLicences own = TestStore.own();
    private final Instant now = TestStore.CLOCK.instant();
    private final Somebody wang = Somebody.arrives();
    private final Somebody chen = Somebody.arrives();
    private final Somebody li = Somebody.arrives();

    @BeforeEach
    void heldByTwo() {
        store.licences().add(REGISTRY, title(now.minusSeconds(60), wang, chen));
    }

    @Test
    void whoLeftSeesNothingOfTheNextVersionAndKeepsWhatTheyHeld() {
        var code = granted(chen, live(chen, chen.hasOpenCase(MATTER)));
        open(code, TITLE);
        var before = own.all(chen.actor()).getFirst();

        assertThat(renewed(now, wang, li)).isEqualTo(LicenceOutcome.OK);

        assertThat(sensed(chen)).isZero();
        assertThat(own.all(chen.actor()))
                .singleElement()
                .returns(before.id(), Licence::id)
                .returns(1, Licence::version)
                .returns(Licence.Status.SUPERSEDED, Licence::status)
                .satisfies(kept -> assertThat(kept.holders()).hasSize(2).contains(chen.holder()));
        assertThat(store.usage().of(chen.actor(), Long.MAX_VALUE, 10))
                .extracting(UseRecord::version, UseRecord::by)
                .contains(org.assertj.core.groups.Tuple.tuple(1, "window"));
        open(granted(wang, live(wang, wang.hasOpenCase(MATTER))), TITLE);
        assertThat(store.usage().of(chen.actor(), Long.MAX_VALUE, 10))
                .as("what others do with the next version")
                .allSatisfy(use -> assertThat(use.version()).isEqualTo(1));
    }

    @Test
    void opensNothingByTheCodeOrThePictureOfWhoLeft() {
        var code = granted(chen, live(chen, chen.hasOpenCase(MATTER)));
        var held = own.all(chen.actor()).getFirst();
        var shown = granted(chen, presenting(chen, held.id()));
        assertThat(open(code, TITLE)).isInstanceOf(Opened.Given.class);

        renewed(now, wang, li);

        assertThat(open(code, TITLE)).isInstanceOfSatisfying(Opened.Refused.class, no -> assertThat(no.reason())
                .isEqualTo("none"));
        assertThat(store.openings().open(WINDOW, new Wish(shown, TITLE, Mode.QR, List.of(), null)))
                .isInstanceOfSatisfying(
                        Opened.Refused.class, no -> assertThat(no.reason()).isEqualTo("none"));
    }

    @Test
    void whoCameAndWhoStayedHoldTheNextVersion() {
        var code = granted(wang, live(wang, wang.hasOpenCase(MATTER)));

        renewed(now, li, wang);

        assertThat(sensed(li)).isOne();
        assertThat(own.all(li.actor())).singleElement().returns(2, Licence::version);
        assertThat(open(granted(li, live(li, li.hasOpenCase(MATTER))), TITLE)).isInstanceOf(Opened.Given.class);
        assertThat(open(code, TITLE)).isInstanceOfSatisfying(Opened.Given.class, given -> assertThat(
                        given.licence().version())
                .isEqualTo(2));
    }

    /** A title that all have sold to others is renewed for those. */
    @Test
    void isOfOthersAlsoWhereTheFirstHolderLeft() {
        assertThat(renewed(now, li)).isEqualTo(LicenceOutcome.OK);

        assertThat(sensed(li)).isOne();
        assertThat(sensed(wang) + sensed(chen)).isZero();
    }

    @Test
    void anOlderWordOrOneOfARevokedLicenceMovesNothing() {
        assertThat(renewed(now.minusSeconds(120), wang, li)).isEqualTo(LicenceOutcome.STALE);
        assertThat(sensed(chen)).isOne();
        store.life()
                .change(
                        REGISTRY,
                        TITLE,
                        number(),
                        org.onewindow.licences.LicenceChange.REVOKE,
                        "by the registry",
                        null,
                        now);

        assertThat(renewed(now, wang, li)).isEqualTo(LicenceOutcome.WRONG_STATE);
        assertThat(own.all(li.actor())).isEmpty();
    }

    /** Whom the company's licence names no more acts for it no more. */
    @Test
    void whoRepresentedTheCompanyActsForItNoMoreOnceItsLicenceNamesAnother() {
        var company = Somebody.arrives();
        var former = "370102198503078212";
        var next = "370102198611120027";
        store.licences().add(REGISTRY, companys(company, former, now.minusSeconds(60)));
        var number = company.hasOpenCase(MATTER);
        var code = granted(representing(former), onBehalfOf(company, number));
        assertThat(open(code, COMPANYS)).isInstanceOf(Opened.Given.class);

        assertThat(store.life().renew(REGISTRY, companys(company, next, now))).isEqualTo(LicenceOutcome.OK);

        assertThat(open(code, COMPANYS)).isEqualTo(new Opened.Refused("no-mandate", null));
        assertThat(open(granted(representing(next), onBehalfOf(company, number)), COMPANYS))
                .isInstanceOf(Opened.Given.class);
        assertThat(own.all(company.actor())).singleElement().returns(2, Licence::version);
    }

    private LicenceOutcome renewed(Instant at, Somebody... holders) {
        return store.life().renew(REGISTRY, title(at, holders));
    }

    private LicenceDraft title(Instant at, Somebody... holders) {
        var people = Stream.of(holders).map(Somebody::holder).toList();
        return new LicenceDraft(
                TITLE, number(), people, Map.of("location", "泉城路1号"), DAY, null, null, Source.PUSHED, at);
    }

    private String number() {
        return "T" + wang.passport();
    }

    private int sensed(Somebody whose) {
        var answer = store.sensing().look(whose.actor(), whose.id(), List.of(TITLE), null);
        return ((Sensing.Answer.Found) answer).licences().size();
    }

    private LicenceDraft companys(Somebody company, String representative, Instant at) {
        return new LicenceDraft(
                COMPANYS,
                "C" + company.passport(),
                List.of(company.holder()),
                Map.of("legalRepresentativeId", representative),
                DAY,
                null,
                null,
                Source.PUSHED,
                at);
    }

    private static Actor representing(String idNumber) {
        return new Actor(
                "citizen:" + idNumber, "portal", null, HolderId.of(TestStore.HASH, IdType.RESIDENT_ID, idNumber));
    }

    private Opened open(Code code, String type) {
        return store.openings().open(WINDOW, new Wish(code, type, Mode.DOCUMENT, List.of(), null));
    }

    private Code granted(Somebody whose, Grant grant) {
        return granted(whose.actor(), grant);
    }

    private Code granted(Actor actor, Grant grant) {
        return ((Authorised.Granted) store.authorisations().authorise(actor, grant)).code();
    }

    private Grant live(Somebody whose, CaseNumber number) {
        return grant(Basis.HOLDER_LIVE, whose, number, TITLE);
    }

    private Grant onBehalfOf(Somebody company, CaseNumber number) {
        return grant(Basis.LEGAL_REPRESENTATIVE, company, number, COMPANYS);
    }

    private Grant grant(Basis basis, Somebody whose, CaseNumber number, String type) {
        var until = now.plus(Duration.ofMinutes(15));
        return new Grant(
                basis,
                whose.id(),
                MATTER,
                number,
                List.of(type),
                null,
                List.of(Mode.DOCUMENT),
                3,
                now,
                until,
                "window",
                null,
                null);
    }

    private Grant presenting(Somebody whose, String licence) {
        return new Grant(
                Basis.HOLDER_LIVE,
                whose.id(),
                Grant.PRESENTING,
                null,
                List.of(TITLE),
                licence,
                List.of(Mode.QR),
                1,
                now,
                now.plusSeconds(60),
                "*",
                null,
                null);
    }
}
