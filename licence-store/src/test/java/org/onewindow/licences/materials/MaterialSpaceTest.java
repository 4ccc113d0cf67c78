package org.onewindow.licences.materials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.Declaration;
import org.onewindow.canonical.MaterialReference;
import org.onewindow.config.TrustLevel;
import org.onewindow.licences.Actor;
import org.onewindow.licences.Somebody;
import org.onewindow.licences.TestStore;
import org.onewindow.licences.checklist.Town;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people handed in is theirs: only they see it, and they have the say over it. */
class MaterialSpaceTest {

    private static final String CONTRACT = "sale-contract";
    private static final Map<String, Object> FORM = Map.of("titleNumber", "T-1");
    private static final Actor CLERK = new Actor("window-01", "window-system", null, null);

    private final MaterialSpace space = TestStore.space();
    private final Somebody zhang = Somebody.arrives();
    private final Town town;

    MaterialSpaceTest(@TempDir Path folder) {
        town = new Town(folder);
    }

    @Test
    void listsWhatACaseWasAcceptedWithToItsHolderOnly() {
        var id = town.handedInBefore(CONTRACT, FORM, zhang);

        assertThat(space.own(zhang.actor())).singleElement().satisfies(kept -> {
            assertThat(kept.id()).isEqualTo(id);
            assertThat(kept.level()).isEqualTo(TrustLevel.C);
            assertThat(kept.keptUntil()).isEqualTo(Somebody.DAY.plusDays(730));
        });
        assertThat(space.own(Somebody.arrives().actor())).isEmpty();
    }

    @Test
    void isSensedByItsHolderAndByTheHubForACaseThatNamesThem() {
        town.handedInBefore(CONTRACT, FORM, zhang);
        var types = List.of(CONTRACT);

        assertThat(space.look(zhang.actor(), zhang.id(), types, null)).hasSize(1);
        assertThat(space.look(Actor.HUB, zhang.id(), types, zhang.hasOpenCase("another")))
                .hasSize(1);
        assertThat(space.look(Actor.HUB, zhang.id(), types, Somebody.arrives().hasOpenCase("another")))
                .isEmpty();
        assertThat(space.look(Somebody.arrives().actor(), zhang.id(), types, null))
                .isEmpty();
        assertThat(space.look(CLERK, zhang.id(), types, zhang.hasOpenCase("another")))
                .isEmpty();
        assertThat(refusedLooks()).isEqualTo(3);
    }

    @Test
    void isNotUsedAnyMoreWhereItsHolderRestrictsOrDeletesIt() {
        var id = town.handedInBefore(CONTRACT, FORM, zhang);

        assertThat(space.change(zhang.actor(), id, MaterialSpace.Change.RESTRICT))
                .isPresent();
        assertThat(found()).isEmpty();
        assertThat(space.own(zhang.actor())).singleElement().returns(true, StoredMaterial::restricted);
        assertThat(space.change(zhang.actor(), id, MaterialSpace.Change.FREE)).isPresent();
        assertThat(found()).hasSize(1);
        assertThat(space.change(Somebody.arrives().actor(), id, MaterialSpace.Change.DELETE))
                .isEmpty();
        assertThat(space.change(zhang.actor(), id, MaterialSpace.Change.DELETE)).isPresent();
        assertThat(space.own(zhang.actor())).isEmpty();
        assertThat(space.change(zhang.actor(), id, MaterialSpace.Change.FREE)).isEmpty();
    }

    @Test
    void keepsNothingForLaterOfWhoDoesNotWantIt() {
        town.handedInBefore(CONTRACT, FORM, zhang);
        assertThat(space.keeps(zhang.actor())).isTrue();

        space.say(zhang.actor(), false);

        assertThat(space.keeps(zhang.actor())).isFalse();
        assertThat(found()).isEmpty();
    }

    /** 个人信息保护法 art. 29: silence is no consent. */
    @Test
    void keepsWhatIsSensitiveOnlyOfWhoSaidThatTheyWantIt() {
        var first = zhang.hasOpenCase("an-earlier-matter");
        town.acceptedWith(Town.SENSITIVE, town.uploads("certificate", zhang), FORM, zhang, first);
        assertThat(space.own(zhang.actor())).isEmpty();

        space.say(zhang.actor(), true);
        var second = zhang.hasOpenCase("another-matter");
        town.acceptedWith(Town.SENSITIVE, town.uploads("another", zhang), FORM, zhang, second);

        assertThat(space.own(zhang.actor())).singleElement().returns(second.text(), StoredMaterial::firstCase);
    }

    @Test
    void lastsAsLongAsItsKindSaysAfterItsLastUse() {
        town.handedInBefore(CONTRACT, FORM, zhang);
        var later = new MaterialSpace(
                TestStore.DATABASE, TestStore.HASH, Clock.offset(TestStore.CLOCK, Duration.ofDays(731)));

        assertThat(new MaterialRetention(
                                TestStore.DATABASE, space, town.stores().uploads())
                        .sweep(100))
                .isZero();
        assertThat(new MaterialRetention(
                                TestStore.DATABASE, later, town.stores().uploads())
                        .sweep(100))
                .isPositive();
        assertThat(space.own(zhang.actor())).isEmpty();
    }

    /** Whoever handed it in said until when it is good: it is kept no longer, however often it is used until then. */
    @Test
    void lastsNoLongerThanItIsGood() {
        var last = Somebody.DAY.plusDays(20);
        var given = new MaterialReference(
                CONTRACT, town.uploads("contract", zhang), null, null, null, null, null, null, last.toString());
        town.acceptedWith(given, FORM, zhang, zhang.hasOpenCase("an-earlier-matter"));
        var kept = space.own(zhang.actor()).getFirst();
        assertThat(kept.keptUntil()).isEqualTo(last);
        var again = new MaterialReference(
                CONTRACT, given.upload(), null, kept.id(), Declaration.UNCHANGED, null, null, null, null);

        town.acceptedWith(again, FORM, zhang, zhang.hasOpenCase("another-matter"));

        assertThat(space.own(zhang.actor()))
                .singleElement()
                .returns(last, StoredMaterial::validTo)
                .returns(last, StoredMaterial::keptUntil);
        assertThat(space.uses(zhang.actor()).get(kept.id())).hasSize(1);
        assertThat(sweptOn(20)).isNotEmpty();
        assertThat(sweptOn(21)).as("over").isEmpty();
    }

    /** What is left of it, so many days later. */
    private List<StoredMaterial> sweptOn(int days) {
        var clock = Clock.offset(TestStore.CLOCK, Duration.ofDays(days));
        var then = new MaterialSpace(TestStore.DATABASE, TestStore.HASH, clock);
        new MaterialRetention(TestStore.DATABASE, then, town.stores().uploads()).sweep(100_000);
        return then.own(zhang.actor());
    }

    @Test
    void isTrustedMoreWhenAClerkHeldItAgainstTheOriginalForACaseThatBearsIt() {
        var id = town.handedInBefore(CONTRACT, FORM, zhang);
        var firstCase = space.own(zhang.actor()).getFirst().firstCase();

        assertThat(space.confirm(CLERK, id, zhang.hasOpenCase("another"))).isFalse();
        assertThat(space.confirm(CLERK, id, CaseNumber.parse(firstCase).orElseThrow()))
                .isTrue();
        assertThat(space.own(zhang.actor())).singleElement().returns(TrustLevel.B, StoredMaterial::level);
    }

    @Test
    void isTrustedLeastWhereItIsTheApplicantsOwnWord() {
        var promise = new MaterialReference(
                CONTRACT, town.uploads("promise", zhang), null, null, Declaration.COMMITMENT, null, null, null);

        town.acceptedWith(promise, FORM, zhang, zhang.hasOpenCase("an-earlier-matter"));

        assertThat(space.own(zhang.actor())).singleElement().returns(TrustLevel.D, StoredMaterial::level);
    }

    /** Invariant I2, for materials. */
    @Test
    void isLookedAtOnlyAfterTheLookIsWrittenDown() throws IOException {
        var upload = town.uploads("contract", zhang);
        var given = new MaterialReference(CONTRACT, upload, null, null, null, null);
        var request = town.request(FORM, List.of(given), zhang);
        var number = zhang.hasOpenCase("another-matter");
        var looks = TestStore.looks(town.stores().uploads());

        var look = looks.show(CLERK, number, request, given);

        assertThat(looked(number)).as("before a byte is read").containsExactly("ok");
        try (var bytes = ((MaterialLooks.Look.Shown) look).bytes()) {
            assertThat(bytes.readNBytes(5)).asString().isEqualTo("%PDF-");
        }
        assertThat(looks.show(CLERK, number, request, null)).isEqualTo(new MaterialLooks.Look.Refused("unknown"));
        Somebody.ends(number);
        assertThat(looks.show(CLERK, number, request, given)).isEqualTo(new MaterialLooks.Look.Refused("no-purpose"));
        assertThat(looked(number)).containsExactly("ok", "unknown", "no-purpose");
        assertThat(looks.show(zhang.actor(), number, request, given)).isInstanceOf(MaterialLooks.Look.Shown.class);
    }

    @Test
    void isShownToNoClerkWhoLooksAtMorePeopleThanTheirWorkCanNeed() throws IOException {
        var clerk = new Actor("window-" + zhang.passport(), "window-system", null, null);
        var given = new MaterialReference(CONTRACT, town.uploads("contract", zhang), null, null, null, null);
        var looks = TestStore.looks(town.stores().uploads());
        MaterialLooks.Look last = new MaterialLooks.Look.Refused("none");
        for (int i = 0; i <= 60; i++) {
            var another = Somebody.arrives();
            last = looks.show(
                    clerk, another.hasOpenCase("another"), town.request(FORM, List.of(given), another), given);
        }

        assertThat(last).isEqualTo(new MaterialLooks.Look.Refused("over-budget"));
    }

    /** Invariant I12. */
    @Test
    void isGoneForWhoIsErased() {
        town.handedInBefore(CONTRACT, FORM, zhang);

        TestStore.erase(Actor.HUB, zhang.id());

        assertThat(space.own(zhang.actor())).isEmpty();
        assertThat(found()).isEmpty();
    }

    @Test
    void theHubItselfReadsNothingPastTheFunctionsThatWriteItDown() {
        var hub = JdbcClient.create(TestStore.DATABASE);

        assertThatThrownBy(() -> hub.sql("select * from mat.material").query().listOfRows())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> hub.sql("delete from mat.material").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private static List<String> looked(CaseNumber number) {
        return JdbcClient.create(TestStore.OWNER)
                .sql("select outcome from audit.event where action = 'show-material' and case_number = ? order by seq")
                .param(number.text())
                .query(String.class)
                .list();
    }

    private List<StoredMaterial> found() {
        return space.look(zhang.actor(), zhang.id(), List.of(CONTRACT), null);
    }

    private long refusedLooks() {
        return JdbcClient.create(TestStore.OWNER)
                .sql("select count(*) from audit.event where action = 'sense-material' and outcome = 'no-purpose'"
                        + " and holder = ?")
                .param(zhang.id().bytes())
                .query(Long.class)
                .single();
    }
}
