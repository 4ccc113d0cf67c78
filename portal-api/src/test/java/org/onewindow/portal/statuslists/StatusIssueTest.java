package org.onewindow.portal.statuslists;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** An issuer's list at several nodes, and at one that has many readers. */
class StatusIssueTest {

    private static final String URI = "https://hub.example/v1/status-lists/1";
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    private final StatusKey key;

    StatusIssueTest() throws IOException {
        key = StatusKey.of(StatusKey.fresh());
    }

    @Test
    void hasOneTagAtAllNodes() {
        var here = StatusIssue.of(URI, "AA", key, NOON);
        var there = StatusIssue.of(URI, "AA", key, NOON.plusSeconds(1800));

        assertThat(there.token()).isNotEqualTo(here.token());
        assertThat(there.tag()).startsWith("W/\"").isEqualTo(here.tag());
        assertThat(StatusIssue.of(URI, "AB", key, NOON).tag()).isNotEqualTo(here.tag());
    }

    @Test
    void isSignedAnewInEachHourAndForEachChange() {
        var issue = StatusIssue.of(URI, "AA", key, NOON);

        assertThat(issue.stillSays("AA", NOON.plusSeconds(3599))).isTrue();
        assertThat(issue.stillSays("AB", NOON.plusSeconds(31))).isFalse();
        assertThat(issue.stillSays("AA", NOON.plusSeconds(3600))).isFalse();
        assertThat(StatusIssue.of(URI, "AA", key, NOON.plusSeconds(3600)).tag()).isNotEqualTo(issue.tag());
    }

    @Test
    void servesTheLastOneWhileOneReaderRenewsIt() throws Exception {
        var list = new LastIssue();
        var first = list.at(NOON, _ -> StatusIssue.of(URI, "AA", key, NOON));
        var later = NOON.plusSeconds(31);
        var renewing = new CountDownLatch(1);
        var goOn = new CompletableFuture<StatusIssue>();

        try (var reader = Executors.newSingleThreadExecutor()) {
            var renewed = reader.submit(() -> list.at(later, _ -> {
                renewing.countDown();
                return goOn.join();
            }));
            assertThat(renewing.await(5, TimeUnit.SECONDS)).isTrue();

            assertThat(list.at(later, _ -> StatusIssue.of(URI, "AB", key, later)))
                    .isSameAs(first);
            var second = StatusIssue.of(URI, "AC", key, later);
            goOn.complete(second);

            assertThat(renewed.get()).isSameAs(second);
            assertThat(list.at(later, _ -> first)).isSameAs(second);
        }
    }
}
