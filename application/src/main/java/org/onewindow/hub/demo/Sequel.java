package org.onewindow.hub.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import org.onewindow.hub.client.HubApi;
import org.onewindow.hub.client.Texts;

/** Plays what comes after: the buyer's next application, for which nothing is handed in, and who used what of him for both. */
final class Sequel {

    private static final Duration ENDS_WITHIN = Duration.ofSeconds(60);
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final HubApi hub;
    private final House house;
    private final Texts texts;
    private final PrintWriter out;

    Sequel(House house, Texts texts, PrintWriter out) {
        this.hub = house.hub();
        this.house = house;
        this.texts = texts;
        this.out = out;
    }

    /** Differences between the companies' ledgers and the hub's export, and what went otherwise than it should; empty: all well. */
    List<String> play(String title, String buyer, String operator) throws InterruptedException {
        var second = new SecondCase(hub, buyer);
        if (!title.equals(second.prefilled().path("titleNumber").asText())) {
            return List.of("the form is not filled in with the new title: " + second.prefilled());
        }
        out.println();
        out.println(texts.say("demo-second"));
        second.prefilled()
                .properties()
                .forEach(field -> out.println("  "
                        + texts.say(
                                "demo-prefilled",
                                field.getKey(),
                                field.getValue().asText())));
        var checklist = second.checklist();
        tell(checklist);
        var number = second.submit(checklist);
        out.println(texts.say("demo-second-story", number));
        var end = untilFinished(number, buyer);
        if (!end.path("state").path("code").asText().equals("approved")) {
            return List.of(number + ": " + end.path("state"));
        }
        tellUses(buyer);
        tellScore(operator);
        var ledgers = Ledgers.compare(
                Play.exported(hub, number, operator), house.city().ledger());
        out.println(texts.say("demo-ledgers"));
        ledgers.lines().forEach(line -> out.println("  " + line));
        return ledgers.differences();
    }

    private void tell(JsonNode checklist) {
        for (var item : checklist.path("items")) {
            out.println("  " + item.path("name").asText() + ": "
                    + item.path("state").path("label").asText() + "; "
                    + item.path("why").asText());
        }
    }

    private JsonNode untilFinished(String number, String token) throws InterruptedException {
        var story = new Story(hub, number, out);
        long end = System.nanoTime() + ENDS_WITHIN.toNanos();
        while (true) {
            var seen = MainCase.expectGood(hub.get("/v1/cases/" + number, token), "demo-look-failed");
            story.tell(token);
            if (seen.path("state").path("finished").asBoolean()) {
                return seen;
            }
            if (System.nanoTime() > end) {
                throw new DemoFailed("demo-too-slow", ENDS_WITHIN.toSeconds(), seen.path("state"));
            }
            Thread.sleep(LOOK_EVERY);
        }
    }

    /** How little he was asked for; on a hub that had such cases before, all of them. */
    private void tellScore(String operator) {
        var counts = MainCase.expectGood(hub.get("/v1/statistics/materials", operator), "demo-score-failed");
        for (var matter : counts.path("matters")) {
            if (matter.path("matter").asText().equals("utilities-transfer")
                    && matter.path("asked").asInt() == 0) {
                out.println(texts.say(
                        "demo-score",
                        matter.path("requirements").asInt(),
                        matter.at("/fields/filled").asInt(),
                        matter.at("/fields/unchanged").asInt(),
                        matter.path("zeroRetypingPercent").asInt()));
            }
        }
    }

    /** What the holder reads of who used his papers, for both cases and for himself. */
    private void tellUses(String token) {
        var uses = MainCase.expectGood(hub.get("/v1/me/usage?limit=200", token), "demo-usage-failed");
        out.println(texts.say("demo-usage"));
        for (var use : uses.path("items")) {
            out.println("  " + use.path("caseNumber").asText("-") + " "
                    + use.path("type").asText() + ": "
                    + use.path("mode").asText() + ", " + use.path("basis").asText() + ", "
                    + use.path("department").asText(use.path("by").asText()));
        }
    }
}
