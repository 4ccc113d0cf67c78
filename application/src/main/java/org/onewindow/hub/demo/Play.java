package org.onewindow.hub.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.onewindow.hub.client.HubApi;
import org.onewindow.hub.client.Texts;
import org.onewindow.hub.client.Tokens;

/** Plays the main case: does what the two citizens do, lets the time pass that the registry needs, and tells what the hub says. */
final class Play {

    private static final Duration ENDS_WITHIN = Duration.ofSeconds(110);
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final HubApi hub;
    private final House house;
    private final Texts texts;
    private final PrintWriter out;

    Play(House house, Texts texts, PrintWriter out) {
        this.hub = house.hub();
        this.house = house;
        this.texts = texts;
        this.out = out;
    }

    Demo.Outcome run() throws InterruptedException {
        var tokens = new Tokens(hub);
        var buyer = tokens.token("zhang");
        var signedOn = LocalDate.now(house.clock()).minusDays(4);
        var home = MainCase.submit(hub, buyer, tokens.token("wang"), signedOn);
        out.println();
        out.println(texts.say("demo-story", home.number()));
        var story = new Story(hub, home.number(), out);
        var citizens = new Citizens(home, house, () -> out.println(texts.say("demo-review")));
        var end = untilFinished(home, story, citizens, buyer);
        return conclude(home, end, tokens);
    }

    private JsonNode untilFinished(MainCase home, Story story, Citizens citizens, String token)
            throws InterruptedException {
        long end = System.nanoTime() + ENDS_WITHIN.toNanos();
        while (true) {
            var seen = home.look();
            story.tell(token);
            if (seen.path("state").path("finished").asBoolean()) {
                return seen;
            }
            citizens.act(seen);
            if (System.nanoTime() > end) {
                throw new DemoFailed("demo-too-slow", ENDS_WITHIN.toSeconds(), seen.path("state"));
            }
            Thread.sleep(LOOK_EVERY);
        }
    }

    private Demo.Outcome conclude(MainCase home, JsonNode end, Tokens tokens) throws InterruptedException {
        var operator = tokens.token("operator");
        var ledgers = Ledgers.compare(
                exported(hub, home.number(), operator), house.city().ledger());
        out.println();
        boolean approved = end.path("state").path("code").asText().equals("approved");
        var title = approved ? end.path("licences").path(0).path("number").asText() : "";
        out.println(title.isEmpty() ? end.toPrettyString() : texts.say("demo-title", title));
        out.println(texts.say("demo-ledgers"));
        ledgers.lines().forEach(line -> out.println("  " + line));
        var differences = new ArrayList<>(ledgers.differences());
        if (!title.isEmpty()) {
            differences.addAll(new Sequel(house, texts, out).play(title, tokens.token("zhang"), operator));
        }
        differences.forEach(line -> out.println("  !! " + line));
        out.println(texts.say(differences.isEmpty() ? "demo-agree" : "demo-differ"));
        return new Demo.Outcome(home.number(), title, List.copyOf(differences));
    }

    /** The case's row of the export. */
    static JsonNode exported(HubApi hub, String number, String operator) {
        return hub.lines("/v1/admin/export/cases", operator).stream()
                .filter(row -> row.path("case").asText().equals(number))
                .findFirst()
                .orElseThrow(() -> new DemoFailed("demo-export-failed", number));
    }
}
