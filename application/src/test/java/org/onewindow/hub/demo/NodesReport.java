package org.onewindow.hub.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The export of all cases, held against what the departments say they did. */
final class NodesReport {

    /** Where each step of the matter has its effect. */
    private static final Map<String, String> EFFECTS = Map.of(
            "plan", "planning/consents",
            "fire", "fire-safety/opinions",
            "street", "urban-management/uses",
            "record", "archive/entries",
            "permit", "planning/permits");

    private final Map<String, JsonNode> cases = new TreeMap<>();
    private final NodesCity city;

    NodesReport(List<JsonNode> exported, NodesCity city) {
        exported.forEach(row -> cases.put(row.path("case").asText(), row));
        this.city = city;
    }

    int count() {
        return cases.size();
    }

    boolean has(String number) {
        return cases.containsKey(number);
    }

    /** Neither over nor in the hands of a person. */
    List<String> unexplained() {
        return cases.values().stream()
                .filter(row -> !isApproved(row) && uncertain(row).isEmpty())
                .map(row -> row.path("case").asText() + " " + row.path("state").asText() + " " + row.path("steps"))
                .toList();
    }

    long approved() {
        return cases.values().stream().filter(NodesReport::isApproved).count();
    }

    /** Acts that nobody may repeat without a person. */
    List<String> explained() {
        return cases.values().stream().flatMap(row -> uncertain(row).stream()).toList();
    }

    private static boolean isApproved(JsonNode row) {
        return row.path("state").asText().equals("approved");
    }

    private static Optional<String> uncertain(JsonNode row) {
        return stream(row.path("steps"))
                .filter(step -> step.path("state").asText().equals("uncertain")
                        && step.path("key").asText().equals("record"))
                .map(step -> row.path("case").asText() + "/" + step.path("key").asText())
                .findFirst();
    }

    /** Effects that a case had more than once. */
    List<String> doubled() {
        return differences(count -> count > 1);
    }

    /** Effects that an approved case says it had, and the department does not know. */
    List<String> missing() {
        return differences(count -> count == 0);
    }

    private List<String> differences(java.util.function.IntPredicate wrong) {
        return cases.values().stream()
                .flatMap(row -> EFFECTS.entrySet().stream()
                        .filter(effect -> isDone(row, effect.getKey()) || !wrong.test(0))
                        .filter(effect -> wrong.test(
                                city.effects(effect.getValue(), row.path("case").asText())))
                        .map(effect ->
                                row.path("case").asText() + " " + effect.getValue() + " " + row.path("attempts")))
                .toList();
    }

    private static boolean isDone(JsonNode row, String step) {
        return stream(row.path("steps"))
                .anyMatch(one -> one.path("key").asText().equals(step)
                        && one.path("state").asText().equals("done"));
    }

    /**
     * How long it took until the calls of a node that was lost were in others' hands.
     *
     * @param inDoubt from the loss until the call was taken away from it
     * @param calledAgain from the loss until the step's next call; empty: a person decides
     */
    record Takeover(String step, Duration inDoubt, Optional<Duration> calledAgain) {}

    /** The acts that this node had in hand when it was lost. */
    List<Takeover> takeovers(String node, Instant lost, Duration within) {
        var takeovers = new ArrayList<Takeover>();
        for (var row : cases.values()) {
            for (var attempt : row.path("attempts")) {
                var at = Instant.parse(attempt.path("at").asText());
                if (attempt.path("phase").asText().equals("lapsed")
                        && attempt.path("node").asText().equals(node)
                        && !at.isBefore(lost)
                        && at.isBefore(lost.plus(within))) {
                    takeovers.add(new Takeover(
                            row.path("case").asText() + "/"
                                    + attempt.path("key").asText(),
                            Duration.between(lost, at),
                            nextCall(row, attempt.path("key").asText(), at).map(next -> Duration.between(lost, next))));
                }
            }
        }
        return takeovers;
    }

    private static Optional<Instant> nextCall(JsonNode row, String key, Instant after) {
        return stream(row.path("attempts"))
                .filter(attempt -> attempt.path("key").asText().equals(key)
                        && !attempt.path("phase").asText().equals("lapsed")
                        && !attempt.path("phase").asText().equals("late"))
                .map(attempt -> Instant.parse(attempt.path("at").asText()))
                .filter(after::isBefore)
                .min(Comparator.naturalOrder());
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
