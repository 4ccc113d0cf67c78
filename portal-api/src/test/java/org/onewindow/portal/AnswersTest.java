package org.onewindow.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.onewindow.portal.cases.Answers;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.security.Role;

/** A request is carried out once, whatever happens in between. */
class AnswersTest {

    private static final Map<String, String> REQUEST = Map.of("path", "/v1/x");
    private static final Caller PORTAL = new Caller("portal", "citizen:zhang", Set.of(Role.CASES), null, null);

    private final Answers answers = TestHub.bean(Answers.class);
    private final String key = UUID.randomUUID().toString();
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void carriesOutOnce() {
        assertThat(answers.once(PORTAL, key, REQUEST, done::incrementAndGet)).isFalse();
        assertThat(answers.once(PORTAL, key, REQUEST, done::incrementAndGet)).isTrue();

        assertThat(done).hasValue(1);
    }

    @Test
    void keepsTheKeysOfTwoClientsApart() {
        var kiosk = new Caller("kiosk", "citizen:zhang", Set.of(Role.CASES), null, null);

        answers.once(PORTAL, key, REQUEST, done::incrementAndGet);
        answers.once(kiosk, key, REQUEST, done::incrementAndGet);

        assertThat(done).hasValue(2);
    }

    @Test
    void refusesWhatIsUnderWay() {
        answers.once(PORTAL, key, REQUEST, () -> assertThatThrownBy(
                        () -> answers.once(PORTAL, key, REQUEST, done::incrementAndGet))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ProblemCode.REQUEST_IN_FLIGHT)));

        assertThat(done).hasValue(0);
    }

    @Test
    void givesTheKeyFreeWhereItWasRefused() {
        assertThatThrownBy(() -> answers.once(PORTAL, key, REQUEST, () -> {
                    throw new Refusal(ProblemCode.NOT_NOW);
                }))
                .isInstanceOf(Refusal.class);

        assertThat(answers.once(PORTAL, key, REQUEST, done::incrementAndGet)).isFalse();
        assertThat(done).hasValue(1);
    }

    @Test
    void takesOverFromANodeThatWasLost() {
        answers.once(PORTAL, key, REQUEST, done::incrementAndGet);
        TestHub.sql()
                .sql(
                        "update answer set done = false, started_at = now() - interval '61 seconds' where idempotency_key = ?")
                .param(key)
                .update();

        assertThat(answers.once(PORTAL, key, REQUEST, done::incrementAndGet)).isFalse();
        assertThat(done).hasValue(2);
    }
}
