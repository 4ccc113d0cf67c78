package org.onewindow.licences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.licences.Somebody.DAY;
import static org.onewindow.licences.Somebody.REGISTER;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.onewindow.licences.LicenceDraft.Source;
import org.onewindow.licences.LicencePulls.Kept;
import org.onewindow.licences.LicencePulls.May;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What issuers say when they are asked is kept once, as a version with its digest. */
class LicencePullsTest {

    private static final Actor BUREAU = new Actor("public-security", "department", "public-security", null);

    private final Instant now = TestStore.CLOCK.instant();

    private final LicencePulls pulls = TestStore.store().pulls();
    private final OwnLicences own = TestStore.own();
    private final JdbcClient owner = JdbcClient.create(TestStore.OWNER);
    private final Somebody wang = Somebody.arrives();

    @Test
    void keepsTheSameWordOnceAndAnotherAsTheNextVersion() {
        assertThat(said("泉城路1号")).isEqualTo(Kept.ADDED);
        assertThat(said("泉城路1号")).isEqualTo(Kept.CONFIRMED);
        assertThat(said("经四路18号")).isEqualTo(Kept.RENEWED);
        assertThat(said("经四路18号")).isEqualTo(Kept.CONFIRMED);

        var kept = own.all(wang.actor());
        assertThat(kept).singleElement().satisfies(licence -> {
            assertThat(licence.version()).isEqualTo(2);
            assertThat(licence.data()).containsEntry("address", "经四路18号");
            assertThat(licence.asOf()).isEqualTo(TestStore.CLOCK.instant());
        });
        assertThat(owner.sql(
                                "select version || ' ' || department || ' ' || octet_length(said) from lic.pull where id = ? order by 1")
                        .param(kept.getFirst().id())
                        .query(String.class)
                        .list())
                .containsExactly("1 public-security 32", "2 public-security 32");
        assertThat(owner.sql("select source from lic.licence where id = ?")
                        .param(kept.getFirst().id())
                        .query(String.class)
                        .single())
                .isEqualTo("pulled");
    }

    @Test
    void keepsOneWhereManyAskAtOnce() throws Exception {
        List<Callable<Kept>> asking = Stream.<Callable<Kept>>generate(() -> () -> said("泉城路1号"))
                .limit(4)
                .toList();

        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var kept : threads.invokeAll(asking)) {
                assertThat(kept.get()).isIn(Kept.ADDED, Kept.CONFIRMED);
            }
        }

        assertThat(own.all(wang.actor())).singleElement().returns(1, Licence::version);
    }

    @Test
    void addsOneVersionWhereManyAskForWhatHasChanged() throws Exception {
        said("泉城路1号");
        List<Callable<Kept>> asking = Stream.<Callable<Kept>>generate(() -> () -> said("经四路18号"))
                .limit(4)
                .toList();

        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var kept : threads.invokeAll(asking)) {
                assertThat(kept.get()).isIn(Kept.RENEWED, Kept.CONFIRMED);
            }
        }

        assertThat(own.all(wang.actor())).singleElement().returns(2, Licence::version);
    }

    /** A department's rows come in any order. */
    @Test
    void theOrderOfHoldersIsNoChange() {
        var li = Somebody.arrives();
        said("泉城路1号", now, wang, li);

        assertThat(said("泉城路1号", now, li, wang)).isEqualTo(Kept.CONFIRMED);
    }

    @Test
    void neverRevivesWhatWasRevoked() {
        said("泉城路1号");
        TestStore.life()
                .change(BUREAU, REGISTER, number(), LicenceChange.REVOKE, null, null, TestStore.CLOCK.instant());

        assertThat(said("泉城路1号")).isEqualTo(Kept.REFUSED);
        assertThat(said("经四路18号")).isEqualTo(Kept.REFUSED);
        assertThat(own.all(wang.actor())).singleElement().returns(Licence.Status.REVOKED, Licence::status);
    }

    @Test
    void letsNobodyHaveAnIssuerAskedAboutSomebodyElse() {
        var li = Somebody.arrives();
        var open = wang.hasOpenCase("a-matter");
        var ended = wang.hasOpenCase("a-matter");
        Somebody.ends(ended);

        assertThat(pulls.mayAsk(wang.actor(), wang.id(), REGISTER, null)).isEqualTo(May.OK);
        assertThat(pulls.mayAsk(Actor.HUB, wang.id(), REGISTER, open)).isEqualTo(May.OK);
        assertThat(pulls.mayAsk(li.actor(), wang.id(), REGISTER, open)).isEqualTo(May.NO_PURPOSE);
        assertThat(pulls.mayAsk(Actor.HUB, wang.id(), REGISTER, ended)).isEqualTo(May.NO_PURPOSE);
        assertThat(pulls.mayAsk(Actor.HUB, wang.id(), REGISTER, null)).isEqualTo(May.NO_PURPOSE);
        assertThat(pulls.mayAsk(BUREAU, wang.id(), REGISTER, open)).isEqualTo(May.NO_PURPOSE);
        assertThat(owner.sql("select outcome from audit.event where action = 'ask-issuer' and holder = ? order by seq")
                        .param(wang.id().bytes())
                        .query(String.class)
                        .list())
                .containsExactly("ok", "ok", "no-purpose", "no-purpose", "no-purpose", "no-purpose");
    }

    @Test
    void asksNoIssuerTwiceInAMinuteForWhoAsksAboutThemself() {
        assertThat(pulls.mayAsk(wang.actor(), wang.id(), REGISTER, null)).isEqualTo(May.OK);
        assertThat(pulls.mayAsk(wang.actor(), wang.id(), REGISTER, null)).isEqualTo(May.AWAY_LATELY);
        pulls.said(wang.actor(), wang.id(), REGISTER, null, "none", "none");
        assertThat(pulls.mayAsk(wang.actor(), wang.id(), REGISTER, null)).isEqualTo(May.NONE_LATELY);
        assertThat(pulls.mayAsk(wang.actor(), wang.id(), "real-estate-title", null))
                .isEqualTo(May.OK);
        assertThat(pulls.mayAsk(Actor.HUB, wang.id(), REGISTER, wang.hasOpenCase("a-matter")))
                .as("a case is never held up")
                .isEqualTo(May.OK);
        owner.sql("update lic.asked set asked_at = asked_at - interval '1 minute' where holder = ?")
                .param(wang.id().bytes())
                .update();
        assertThat(pulls.mayAsk(wang.actor(), wang.id(), REGISTER, null)).isEqualTo(May.OK);
    }

    private String number() {
        return "H" + wang.passport();
    }

    private Kept said(String address) {
        return said(address, now, wang);
    }

    private Kept said(String address, Instant asked, Somebody... holders) {
        Map<String, Object> data = Map.of("number", number(), "address", address);
        var people = Stream.of(holders).map(Somebody::holder).toList();
        var draft = new LicenceDraft(REGISTER, number(), people, data, DAY, null, null, Source.PULLED, asked);
        return pulls.keep(BUREAU, "public-security", draft, null);
    }
}
