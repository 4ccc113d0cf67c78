package org.onewindow.benchmarks.work;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The work of one inquiry, the same in the control and in the peers: read 1 KB, build four messages, read four answers, put them together. */
public final class Work {

    /** The four, in the order of the answer. The first speaks SOAP, the others JSON. */
    public static final List<String> DEPARTMENTS = List.of("north", "east", "south", "west");

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final ObjectReader READ_ASKED = JSON.readerFor(Asked.class);
    private static final ObjectReader READ_TOLD = JSON.readerFor(Told.class);
    private static final ObjectWriter WRITE = JSON.writer();

    private Work() {}

    record Asked(Question form) {}

    record Message(String id, String subject, long amountFen, String city, String note) {}

    record Answer(String department, String state, Map<String, String> facts) {}

    record Answers(Map<String, Answer> answers, boolean complete) {}

    public static Question read(byte[] body) throws IOException {
        return READ_ASKED.<Asked>readValue(body).form();
    }

    /** The body for one of {@link #DEPARTMENTS}. */
    public static byte[] message(String department, Question question) throws IOException {
        return department.equals("north")
                ? Soap.request(question)
                : WRITE.writeValueAsBytes(new Message(
                        question.id(),
                        question.subject(),
                        question.amountFen(),
                        question.address().city(),
                        question.note()));
    }

    public static Told told(String department, byte[] body) throws IOException {
        return department.equals("north") ? Soap.answer(body) : READ_TOLD.readValue(body);
    }

    /** The aggregate, as the hub's own answer looks. */
    public static byte[] aggregate(Map<String, Told> told) throws IOException {
        var answers = new LinkedHashMap<String, Answer>();
        boolean complete = true;
        for (var department : DEPARTMENTS) {
            var one = told.get(department);
            if (one != null && one.code() == 0) {
                var facts = Map.of("id", one.id(), "checksum", one.checksum(), "remark", one.remark());
                answers.put(department, new Answer(department, "answered", facts));
            } else {
                complete = false;
                answers.put(department, new Answer(department, "unavailable", Map.of()));
            }
        }
        return WRITE.writeValueAsBytes(new Answers(answers, complete));
    }
}
