package org.onewindow.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A department that was drafted into the tree answers as its stubs say, without a foreign tool. */
class DraftedDepartmentsTest {

    private final Path stubs;
    private final Trial trial;

    DraftedDepartmentsTest(@TempDir Path tree) throws IOException {
        var city = Files.createDirectories(tree.resolve("demo")).resolve("city.yaml");
        Files.copy(Trial.CITY, city);
        stubs = tree.resolve("departments/parks/simulator/mappings");
        trial = new Trial(Settings.onFreePort(city));
    }

    @AfterEach
    void close() {
        trial.close();
    }

    private void stub(String name, String json) throws IOException {
        Files.createDirectories(stubs);
        Files.writeString(stubs.resolve(name + ".json"), json);
    }

    @Test
    void answersAsItsStubsSayFromTheMomentTheyAreThere() throws IOException {
        assertThat(trial.get("/parks/api/trees/7").statusCode()).isEqualTo(404);

        stub(
                "tree",
                """
                {"priority": 5, "request": {"method": "GET", "urlPathTemplate": "/parks/api/trees/{id}"},
                 "response": {"status": 200, "headers": {"Content-Type": "application/json"}, "body": "{\\"kind\\": \\"银杏\\"}"}}
                """);

        var answer = trial.get("/parks/api/trees/7?year=2026");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(Trial.json(answer).path("kind").asText()).isEqualTo("银杏");
        assertThat(trial.outcomes("parks")).containsExactly("200");
        assertThat(trial.post("/parks/api/trees/7", "{}").statusCode()).isEqualTo(404);
        assertThat(trial.get("/parks/api/trees/7/leaves").statusCode()).isEqualTo(404);
    }

    @Test
    void theMoreUrgentStubWhoseWordsAreInTheBodyGoesFirst() throws IOException {
        stub(
                "plant",
                """
                {"request": {"method": "POST", "urlPath": "/parks/trees", "bodyPatterns": [{"contains": "plant"}]},
                 "response": {"status": 201, "body": "planted"}}
                """);
        stub(
                "fault",
                """
                {"priority": 1, "request": {"method": "ANY", "urlPathPattern": "/parks.*", "bodyPatterns": [{"contains": "simulate-fault"}]},
                 "response": {"status": 500, "body": "no"}}
                """);

        assertThat(trial.post("/parks/trees", "plant one").body()).isEqualTo("planted");
        assertThat(trial.post("/parks/trees", "plant simulate-fault").statusCode())
                .isEqualTo(500);
        assertThat(trial.post("/parks/trees", "fell one").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsNoStubAndWhatIsNoDepartmentAnswersNothing() throws IOException {
        stub("broken", "{\"request\": ");
        stub("wrong", "{\"request\": {\"urlPathPattern\": \"(\"}}");

        assertThat(trial.get("/parks/x").statusCode()).isEqualTo(404);
        assertThat(trial.get("/..%2f..%2fetc/x").statusCode()).isEqualTo(404);
        assertThat(trial.send("GET", "/", Map.of(), "").statusCode()).isEqualTo(404);
        assertThat(trial.get("/sim/health").statusCode()).as("what is built in").isEqualTo(200);
    }
}
