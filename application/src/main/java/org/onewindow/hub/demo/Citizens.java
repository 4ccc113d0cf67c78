package org.onewindow.hub.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** What people do while a case is under way, each thing once: the seller agrees, the buyer pays, and everybody waits for the registry. */
final class Citizens {

    /** A review takes the registry a working day of eight hours, on its clock. */
    private static final Duration REVIEW = Duration.ofHours(8);

    /** Less than signatures may be old: the processes read the clock at different moments, and none may seem to lie. */
    private static final Duration LAST = Duration.ofMinutes(4);

    /** Longer than any process takes to read the clock again. */
    private static final Duration SEEN = Duration.ofMillis(300);

    private final MainCase home;
    private final House house;
    private final Runnable reviewBegins;
    private final Set<String> done = new HashSet<>();

    Citizens(MainCase home, House house, Runnable reviewBegins) {
        this.home = home;
        this.house = house;
        this.reviewBegins = reviewBegins;
    }

    /** Does what is to be done now, if anything. */
    void act(JsonNode seen) {
        if (isWaiting(seen, "agreement") && done.add("agreement")) {
            home.confirm();
        }
        if (isWaiting(seen, "payment") && done.add("payment")) {
            house.city().pay(home.payAt());
        }
        if (isWaiting(seen, "transfer") && done.add("transfer")) {
            reviewBegins.run();
            letTheRegistryReview();
        }
    }

    private void letTheRegistryReview() {
        house.clock().advance(REVIEW.minus(LAST.dividedBy(2)));
        try {
            Thread.sleep(SEEN);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        house.clock().advance(LAST);
    }

    static boolean isWaiting(JsonNode seen, String step) {
        return stateOf(seen, step).equals("waiting");
    }

    /** The state's code of a step; empty where the case has no such step. */
    static String stateOf(JsonNode seen, String step) {
        for (var one : seen.path("steps")) {
            if (one.path("id").asText().equals(step)) {
                return one.path("state").path("code").asText();
            }
        }
        return "";
    }
}
