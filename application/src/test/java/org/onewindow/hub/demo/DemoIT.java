package org.onewindow.hub.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.hub.CommandLine;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The demo as everybody sees it first, and what nobody may see of it (invariant I14); it records what later hubs start from. */
class DemoIT {

    private static final Path CITY = Path.of("..", "config", "demo", "city.yaml");

    @Test
    void tellsTheMainCaseToItsEndAndNobodysDataToLogsAndTraces(@TempDir Path folder) throws Exception {
        try (var collector = new Collector()) {
            var told = CommandLine.type(
                    "HUB_DATA=" + folder + " HUB_PORT=18080 SIM_PORT=18090 OTEL_EXPORTER_OTLP_ENDPOINT="
                            + collector.address() + " HUB_AOT=record ./hub demo --exit");

            assertThat(told.code()).as(told.out()).isZero();
            assertThat(told.out())
                    .contains("The new title: 鲁(", "Nothing is handed in again", "every effect once", "curl -H")
                    .contains("heating-utility holder-changed RLGH")
                    .contains(
                            "Of 3 requirements none was asked of him as a file, of 5 fields he left 2 as they were filled in: 62 %")
                    .as("who got a copy")
                    .contains("resident-identity-card: document, statutory, land-registry")
                    .contains("resident-identity-card: document, statutory, tax");
            assertThat(Path.of("target", "hub", "hub.aot"))
                    .as("what the next hubs start from")
                    .isNotEmptyFile();
            assertThat(Files.readString(folder.resolve("hub.log")))
                    .as("the hub's log")
                    .isNotBlank()
                    .doesNotContain(people());
            assertThat(collector.said())
                    .as("the hub's traces")
                    .contains("tax/assess-transfer-tax")
                    .doesNotContain(people());
        }
    }

    /** Names, numbers, phones and titles of all who live in the city. */
    private static List<String> people() throws IOException {
        var data = new ArrayList<String>();
        try (var text = Files.newBufferedReader(CITY)) {
            Map<String, Object> city = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            add(data, city.get("citizens"), "name", "idNumber", "phone");
            add(data, city.get("titles"), "number", "unit", "location");
        }
        assertThat(data).hasSize(60);
        return data;
    }

    private static void add(List<String> data, @Nullable Object rows, String... fields) {
        for (var row : (List<?>) Objects.requireNonNull(rows)) {
            for (var field : fields) {
                data.add(String.valueOf(((Map<?, ?>) row).get(field)));
            }
        }
    }
}
