package org.onewindow.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.CaseNumber;

/** A case is looked at once at a time, and no failure keeps it from being looked at again. */
class ChecksInHandTest {

    private static final Set<String> TAX = Set.of("tax");

    private final Hint hint = Hint.of(CaseNumber.on(LocalDate.of(2026, 11, 23)), "");
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void looksAgainAtACaseWhoseCheckFailed() {
        try (var checks = new ChecksInHand(new CheckLanes())) {
            checks.once(hint, Set.of(), () -> {
                throw new IllegalStateException("of this test");
            });

            checks.once(hint, Set.of(), looks::incrementAndGet);
        }

        assertThat(looks).hasValue(1);
    }

    @Test
    void looksOnceAtACaseThatIsInHand() {
        try (var checks = new ChecksInHand(new CheckLanes())) {
            checks.once(hint, Set.of(), () -> {
                looks.incrementAndGet();
                checks.once(hint, Set.of(), looks::incrementAndGet);
            });
        }

        assertThat(looks).hasValue(1);
    }

    @Test
    void looksAgainAtACaseForWhichTheLaneHadNoRoom() throws Exception {
        var silence = new CountDownLatch(1);
        var lanes = new CheckLanes();
        try (var checks = new ChecksInHand(lanes)) {
            boolean taken = true;
            while (taken) {
                taken = lanes.take(TAX, () -> await(silence));
            }

            checks.once(hint, TAX, looks::incrementAndGet);
            checks.once(hint, Set.of(), looks::incrementAndGet);

            assertThat(looks).hasValue(1);
            silence.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }
}
