package org.onewindow.benchmarks.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.LongFunction;
import org.onewindow.benchmarks.load.Target;
import org.onewindow.benchmarks.work.Question;

/** What is sent to the candidates, and how an answer is known to be right. */
final class Targets {

    private static final int OK = 200;
    private static final int LOOKED_AT_ONE_IN = 100;
    private static final int ACCEPTED = 202;
    private static final Map<String, String> ZHANG =
            Map.of("kind", "person", "name", "张铭", "idType", "resident-id", "idNumber", "370102198503078212");

    private Targets() {}

    static Target inquiry(int port, String id, Map<String, String> headers) {
        return new Target(
                port, "/v1/inquiries/" + id, headers, false, Targets::question, OK, LOOKED_AT_ONE_IN, Targets::isRight);
    }

    static Target cases(int port, String matter, Map<String, String> headers) {
        LongFunction<byte[]> body = number -> bytes(Map.of(
                "matter",
                matter,
                "channel",
                "portal",
                "applicant",
                ZHANG,
                "parties",
                java.util.List.of(inRole()),
                "form",
                Question.number(number)));
        return new Target(
                port, "/v1/cases", headers, true, body, ACCEPTED, LOOKED_AT_ONE_IN, (_, answer) -> !numberOf(answer)
                        .isEmpty());
    }

    private static Map<String, String> inRole() {
        var party = new java.util.HashMap<>(ZHANG);
        party.put("role", "applicant");
        return party;
    }

    private static byte[] question(long number) {
        return bytes(Map.of("form", Question.number(number)));
    }

    /** Every department's answer bears the number and the checksum of this very question. */
    private static boolean isRight(long number, byte[] answer) {
        var question = Question.number(number);
        var told = tree(answer);
        boolean right =
                told.path("complete").asBoolean() && !told.path("answers").isEmpty();
        for (var one : told.path("answers")) {
            var facts = one.path("facts");
            right &= facts.path("id").asText().equals(question.id())
                    && facts.path("checksum").asText().equals(question.checksum());
        }
        return right;
    }

    /** The number of the case that was opened; empty: none. */
    static String numberOf(byte[] answer) {
        return tree(answer).path("number").asText();
    }

    private static JsonNode tree(byte[] answer) {
        try {
            return Hub.JSON.readTree(answer);
        } catch (IOException garbage) {
            return Hub.JSON.nullNode();
        }
    }

    private static byte[] bytes(Object value) {
        try {
            return Hub.JSON.writeValueAsBytes(value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
