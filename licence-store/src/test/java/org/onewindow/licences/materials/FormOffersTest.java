package org.onewindow.licences.materials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.IdType;
import org.onewindow.canonical.Party;
import org.onewindow.canonical.ServiceRequest;
import org.onewindow.cases.RetryStops;
import org.onewindow.cases.store.Cases;
import org.onewindow.cases.store.Submission;
import org.onewindow.cases.store.Submitted;
import org.onewindow.licences.Actor;
import org.onewindow.licences.ErasureReason;
import org.onewindow.licences.Erasures;
import org.onewindow.licences.Somebody;
import org.onewindow.licences.TestStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What somebody did not type again is counted, and nothing else is kept of it. */
class FormOffersTest {

    private static final String MATTER = "utilities-transfer";

    private final FormOffers offers = new FormOffers(TestStore.DATABASE, TestStore.HASH, TestStore.CLOCK);
    private final JdbcClient owner = JdbcClient.create(TestStore.OWNER);
    private final Somebody wang = Somebody.arrives();
    private final String title = "T" + wang.passport();

    @Test
    void countsFieldsThatComeAsTheyWereFilledIn() {
        offers.offered(
                wang.id(),
                MATTER,
                Map.of("titleNumber", title, "formerTitleNumber", "F1", "area", new BigDecimal("12.50")));

        var number =
                applies(Map.of("titleNumber", title, "formerTitleNumber", "F2", "area", 12.5, "waterAccount", "SW1"));

        assertThat(filled(number)).containsExactly("3 2");
    }

    @Test
    void tellsAFieldOfAFieldFromOneWithASlashInItsName() {
        offers.offered(wang.id(), MATTER, Map.of("home", Map.of("area", "90", "a~1b", "1"), "c/d", "2"));

        assertThat(filled(applies(Map.of("home/area", "90", "home", Map.of("a/b", "1"), "c", Map.of("d", "2")))))
                .containsExactly("3 0");
    }

    @Test
    void usesAnOfferUpWithTheFirstApplication() {
        offers.offered(wang.id(), MATTER, Map.of("titleNumber", "earlier"));
        offers.offered(wang.id(), MATTER, Map.of("titleNumber", title));

        assertThat(filled(applies(Map.of("titleNumber", title)))).containsExactly("1 1");
        assertThat(filled(applies(Map.of("titleNumber", title + "B")))).isEmpty();
        assertThat(kept()).isZero();
    }

    @Test
    void countsNobodyElsesOfferAndNoneOfAnotherMatter() {
        offers.offered(Somebody.arrives().id(), MATTER, Map.of("titleNumber", title));
        offers.offered(wang.id(), "residence-move", Map.of("titleNumber", title));

        assertThat(filled(applies(Map.of("titleNumber", title)))).isEmpty();
    }

    @Test
    void keepsNoValueAndNothingForLongerThanADay() {
        var yesterday = Clock.offset(TestStore.CLOCK, Duration.ofHours(-25));
        new FormOffers(TestStore.DATABASE, TestStore.HASH, yesterday)
                .offered(wang.id(), MATTER, Map.of("titleNumber", title));
        assertThat(owner.sql("select array_to_string(hashes, ' ') from mat.offered where holder = ?")
                        .param(wang.id().bytes())
                        .query(String.class)
                        .single())
                .matches("[0-9a-f]{64}");

        assertThat(filled(applies(Map.of("titleNumber", title))))
                .as("too long ago")
                .isEmpty();
        new FormOffers(TestStore.DATABASE, TestStore.HASH, yesterday)
                .offered(wang.id(), MATTER, Map.of("titleNumber", title));
        offers.offered(Somebody.arrives().id(), MATTER, Map.of("titleNumber", "any"));
        assertThat(kept()).isZero();
    }

    /** Sixty-four cases come in at once: in a transaction that meets another's offers in another order. */
    @Test
    void noCaseWaitsForAnOfferThatAnotherHasInHand() {
        offers.offered(wang.id(), MATTER, Map.of("titleNumber", title));

        var number = inHand(() -> applies(Map.of("titleNumber", title + "B")));

        assertThat(filled(number)).as("not counted").isEmpty();
        assertThat(filled(applies(Map.of("titleNumber", title)))).containsExactly("1 1");
    }

    @Test
    void leavesToAnotherTimeWhatIsOverAndInAnothersHand() {
        new FormOffers(TestStore.DATABASE, TestStore.HASH, Clock.offset(TestStore.CLOCK, Duration.ofHours(-25)))
                .offered(wang.id(), MATTER, Map.of("titleNumber", title));
        var other = Somebody.arrives();

        inHand(() -> {
            offers.offered(other.id(), MATTER, Map.of("titleNumber", "any"));
            return true;
        });

        assertThat(kept()).isOne();
        offers.offered(other.id(), MATTER, Map.of("titleNumber", "any"));
        assertThat(kept()).isZero();
    }

    /** While a transaction of another node has their offer. */
    private <T> T inHand(Supplier<T> meanwhile) {
        return Objects.requireNonNull(
                new TransactionTemplate(new DataSourceTransactionManager(TestStore.OWNER)).execute(_ -> {
                    owner.sql("select from mat.offered where holder = ? for update")
                            .param(wang.id().bytes())
                            .query((_, _) -> true)
                            .single();
                    return assertTimeoutPreemptively(Duration.ofSeconds(20), meanwhile::get);
                }));
    }

    @Test
    void forgetsAnOfferWithItsHolder() {
        offers.offered(wang.id(), MATTER, Map.of("titleNumber", title));
        var erasures = new Erasures(TestStore.DATABASE, TestStore.HASH, TestStore.CLOCK);
        var asked = (Erasures.Answer.Taken)
                erasures.ask(wang.actor(), IdType.PASSPORT, wang.passport(), ErasureReason.REQUESTED, title);

        erasures.confirm(new Actor("operator-2", "operator", null, null), asked.id(), IdType.PASSPORT, wang.passport());

        assertThat(kept()).isZero();
    }

    private int kept() {
        return owner.sql("select count(*) from mat.offered where holder = ? and matter = ?")
                .params(wang.id().bytes(), MATTER)
                .query(Integer.class)
                .single();
    }

    /** Offered and unchanged; empty: nothing was offered. */
    private List<String> filled(CaseNumber number) {
        return owner.sql("select offered || ' ' || unchanged from mat.filled where case_number = ?")
                .param(number.text())
                .query(String.class)
                .list();
    }

    private CaseNumber applies(Map<String, Object> form) {
        var party =
                new Party("buyer", Party.Kind.PERSON, wang.name(), IdType.PASSPORT, wang.passport(), null, null, null);
        var request = new ServiceRequest(MATTER, "portal", party, List.of(party), new HashMap<>(form), List.of());
        var cases = new Cases(
                TestStore.DATABASE,
                TestStore.CLOCK,
                () -> TestStore.TREE,
                TestStore.HASH,
                List.of(offers),
                () -> RetryStops.NONE);
        var submission = new Submission("portal", UUID.randomUUID().toString(), "hash", "subject", null);
        return ((Submitted.Accepted) cases.open(submission, request)).opened().number();
    }
}
