package org.onewindow.licences.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.licences.Actor;
import org.onewindow.licences.LicenceStore;
import org.onewindow.licences.Somebody;
import org.onewindow.licences.TestStore;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same word under the same key from several places at the same moment. */
class SaidAtOnceTest {

    private static final int AT_ONCE = 6;
    private static final int ROUNDS = 5;

    private final LicenceStore store = TestStore.store();
    private final Somebody wang = Somebody.arrives();

    @Test
    void anObjectionIsTakenOnce() throws Exception {
        wang.holds(Somebody.TITLE);
        var licence = store.own().all(wang.actor()).getFirst().id();
        for (int round = 0; round < ROUNDS; round++) {
            var key = UUID.randomUUID().toString();

            var taken = atOnce(() -> (Objected.Taken)
                    store.objections().object(wang.actor(), wang.id(), licence, "the area is wrong", key));

            assertThat(taken)
                    .extracting(Objected.Taken::id)
                    .containsOnly(taken.getFirst().id());
            assertThat(taken).filteredOn(one -> !one.before()).hasSize(1);
        }
        assertThat(store.objections().own(wang.actor(), null, 200)).hasSize(ROUNDS);
    }

    @Test
    void anAuthorisationIsMadeOnce() throws Exception {
        var number = wang.hasOpenCase("used-home-transfer");
        for (int round = 0; round < ROUNDS; round++) {
            var grant = grant(number, UUID.randomUUID().toString());

            var made = atOnce(() -> store.authorisations().authorise(wang.actor(), grant));

            assertThat(made).filteredOn(Authorised.Granted.class::isInstance).hasSize(1);
            assertThat(made)
                    .filteredOn(Authorised.Refused.class::isInstance)
                    .containsOnly(new Authorised.Refused("key-reused"));
        }
    }

    @Test
    void aMandateIsGivenOnce() throws Exception {
        var until = TestStore.CLOCK.instant().plus(Duration.ofDays(30));
        var agent = Somebody.arrives().id();
        for (int round = 0; round < ROUNDS; round++) {
            var key = UUID.randomUUID().toString();

            var given =
                    atOnce(() -> store.mandates().give(wang.actor(), agent, List.of("used-home-transfer"), until, key));

            assertThat(given)
                    .filteredOn(Mandates.Given.Mandate.class::isInstance)
                    .hasSize(1);
            assertThat(given)
                    .filteredOn(Mandates.Given.Refused.class::isInstance)
                    .containsOnly(new Mandates.Given.Refused("key-reused"));
        }
    }

    /** Nothing can be sealed for them any more: it is as if they held no such licence, and that is written down. */
    @Test
    void whoWasErasedObjectsToNothing() {
        wang.holds(Somebody.TITLE);
        var licence = store.own().all(wang.actor()).getFirst().id();
        TestStore.erase(Actor.HUB, wang.id());

        assertThat(store.objections()
                        .object(wang.actor(), wang.id(), licence, "the area is wrong", "key-of-" + licence))
                .isEqualTo(new Objected.Refused("unknown"));

        assertThat(JdbcClient.create(TestStore.OWNER)
                        .sql("select outcome from audit.event where action = 'object' and holder = ? and licence = ?")
                        .params(wang.id().bytes(), licence)
                        .query(String.class)
                        .list())
                .containsExactly("unknown");
    }

    private Grant grant(CaseNumber number, String key) {
        var now = TestStore.CLOCK.instant();
        return new Grant(
                Basis.HOLDER_LIVE,
                wang.id(),
                "used-home-transfer",
                number,
                List.of(Somebody.TITLE),
                null,
                List.of(Mode.FIELDS),
                Map.of(),
                3,
                now,
                now.plus(Duration.ofMinutes(15)),
                "window",
                null,
                key);
    }

    private static <T> List<T> atOnce(Callable<T> word) throws Exception {
        var barrier = new CyclicBarrier(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var said = new ArrayList<java.util.concurrent.Future<T>>();
            for (int i = 0; i < AT_ONCE; i++) {
                said.add(threads.submit(() -> {
                    barrier.await();
                    return word.call();
                }));
            }
            var answers = new ArrayList<T>();
            for (var one : said) {
                answers.add(one.get());
            }
            return answers;
        }
    }
}
