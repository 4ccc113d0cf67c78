package org.onewindow.licences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.onewindow.licences.Somebody.DAY;
import static org.onewindow.licences.Somebody.TITLE;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.onewindow.licences.LicenceDraft.Source;
import org.onewindow.licences.keys.Erased;
import org.onewindow.licences.keys.HolderId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an issuer tells by itself is kept once, and nothing of it is lost where the store has the number. */
class LicencePushesTest {

    private static final Actor REGISTRY = new Actor("land-registry", "department", "land-registry", null);
    private final Instant day = TestStore.CLOCK.instant();

    private final LicencePushes pushes = TestStore.store().pushes();
    private final OwnLicences own = TestStore.own();
    private final Somebody wang = Somebody.arrives();
    private final Somebody li = Somebody.arrives();

    @Test
    void keepsWhatIsToldAgainOnce() {
        assertThat(issued(day, "泉城路1号", wang)).isEqualTo(LicenceOutcome.OK);
        assertThat(issued(day, "泉城路1号", wang)).isEqualTo(LicenceOutcome.ALREADY);
        assertThat(renewed(day.plusSeconds(1), "经四路18号", wang)).isEqualTo(LicenceOutcome.OK);
        assertThat(renewed(day.plusSeconds(1), "经四路18号", wang)).isEqualTo(LicenceOutcome.ALREADY);
        assertThat(renewed(day, "泉城路1号", wang)).isEqualTo(LicenceOutcome.STALE);

        assertThat(own.all(wang.actor())).singleElement().satisfies(licence -> {
            assertThat(licence.version()).isEqualTo(2);
            assertThat(licence.data()).containsEntry("location", "经四路18号");
        });
    }

    @Test
    void keepsTheNextVersionOfANumberThatIsInForce() {
        issued(day, "泉城路1号", wang);

        assertThat(issued(day.plusSeconds(1), "经四路18号", wang)).isEqualTo(LicenceOutcome.OK);

        assertThat(own.all(wang.actor())).singleElement().returns(2, Licence::version);
    }

    @Test
    void keepsWhatIsIssuedAnewAfterARevocationInItsPlace() {
        issued(day, "泉城路1号", wang);
        changed(LicenceChange.REVOKE, day.plusSeconds(1));

        assertThat(issued(day, "泉城路1号", wang)).as("told again").isEqualTo(LicenceOutcome.ALREADY);
        assertThat(issued(day.plusSeconds(2), "泉城路1号", wang)).isEqualTo(LicenceOutcome.OK);

        assertThat(changed(LicenceChange.REVOKE, day.minusSeconds(1)))
                .as("of the one before")
                .isEqualTo(LicenceOutcome.STALE);
        assertThat(own.all(wang.actor()))
                .extracting(Licence::version, Licence::status)
                .containsExactlyInAnyOrder(tuple(1, Licence.Status.REVOKED), tuple(2, Licence.Status.VALID));
        assertThat(own.all(wang.actor())).extracting(Licence::identifier).doesNotHaveDuplicates();
        assertThat(changed(LicenceChange.REVOKE, day.plusSeconds(3))).isEqualTo(LicenceOutcome.OK);
    }

    @Test
    void givesTheNumberToWhoHoldsItNow() {
        issued(day, "泉城路1号", wang);

        assertThat(renewed(day.plusSeconds(1), "泉城路1号", li)).isEqualTo(LicenceOutcome.OK);

        assertThat(own.all(wang.actor())).singleElement().returns(Licence.Status.SUPERSEDED, Licence::status);
        assertThat(own.all(li.actor())).singleElement().returns(Licence.Status.VALID, Licence::status);
    }

    /** Invariant I13, for renewals: what is wrong is flagged, and no longer when it is mended. */
    @Test
    void flagsTheIdentifierOfThePresentVersion() {
        issued(day, "泉城路1号", wang);

        pushes.renewed(REGISTRY, "land-registry", identified(day.plusSeconds(1), "D"));
        assertThat(flagged()).isTrue();

        pushes.renewed(REGISTRY, "land-registry", identified(day.plusSeconds(2), "U"));
        assertThat(flagged()).isFalse();
    }

    /** Nothing is sealed for who was erased, and nobody who holds it with them goes without. */
    @Test
    void keepsARenewalForWhoHoldsItWithSomebodyWhoWasErased() {
        issued(day, "泉城路1号", wang, li);
        TestStore.erase(Actor.HUB, wang.id());

        assertThat(renewed(day.plusSeconds(1), "经四路18号", wang, li)).isEqualTo(LicenceOutcome.OK);
        assertThat(renewed(day.plusSeconds(1), "经四路18号", wang, li)).isEqualTo(LicenceOutcome.ALREADY);
        assertThat(renewed(day.plusSeconds(2), "经四路20号", wang, li)).isEqualTo(LicenceOutcome.OK);

        assertThat(own.all(li.actor()))
                .filteredOn(licence -> licence.status() == Licence.Status.VALID)
                .singleElement()
                .satisfies(licence -> {
                    assertThat(licence.holders()).containsExactly(li.holder());
                    assertThat(licence.data()).isEqualTo(Map.of("location", "经四路20号"));
                    assertThat(licence.version()).isEqualTo(3);
                });
        assertThat(own.all(wang.actor())).isEmpty();
        assertThat(sealedFor(wang)).as("what was there before").isEqualTo(1);
    }

    @Test
    void keepsNothingWhereAllWhoHoldItWereErased() {
        TestStore.erase(Actor.HUB, hasKey(wang));
        TestStore.erase(Actor.HUB, hasKey(li));

        assertThatThrownBy(() -> issued(day, "泉城路1号", wang, li)).isInstanceOf(Erased.class);
    }

    private static HolderId hasKey(Somebody whose) {
        whose.holds("resident-identity-card");
        return whose.id();
    }

    private static int sealedFor(Somebody whose) {
        return JdbcClient.create(TestStore.OWNER)
                .sql("select count(*) from lic.version where ? = any (key_holders)")
                .param(whose.id().bytes())
                .query(Integer.class)
                .single();
    }

    private boolean flagged() {
        return JdbcClient.create(TestStore.DATABASE)
                .sql("select id from lic.bad_identifiers(200)")
                .query(String.class)
                .list()
                .contains(own.all(wang.actor()).getFirst().id());
    }

    private LicenceDraft identified(Instant at, String check) {
        var draft = draft(at, "泉城路1号", wang);
        return new LicenceDraft(
                draft.type(),
                draft.number(),
                draft.holders(),
                draft.data(),
                DAY,
                null,
                "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001." + check,
                Source.PUSHED,
                at);
    }

    @Test
    void refusesWhatLeadsNowhere() {
        assertThat(renewed(day, "泉城路1号", wang)).isEqualTo(LicenceOutcome.UNKNOWN);
        issued(day, "泉城路1号", wang);
        changed(LicenceChange.SUSPEND, day.plusSeconds(1));

        assertThat(issued(day.plusSeconds(2), "泉城路1号", wang)).isEqualTo(LicenceOutcome.WRONG_STATE);
    }

    private LicenceOutcome issued(Instant at, String location, Somebody... holders) {
        return pushes.issued(REGISTRY, "land-registry", draft(at, location, holders));
    }

    private LicenceOutcome renewed(Instant at, String location, Somebody... holders) {
        return pushes.renewed(REGISTRY, "land-registry", draft(at, location, holders));
    }

    private LicenceOutcome changed(LicenceChange change, Instant at) {
        return TestStore.life().change(REGISTRY, TITLE, number(), change, null, null, at);
    }

    private String number() {
        return "鲁" + wang.passport();
    }

    private LicenceDraft draft(Instant at, String location, Somebody... holders) {
        var people = List.of(holders).stream().map(Somebody::holder).toList();
        return new LicenceDraft(
                TITLE,
                number(),
                people,
                Map.of("location", location, "holders", List.of("whoever stands on it")),
                DAY,
                null,
                null,
                Source.PUSHED,
                at);
    }
}
