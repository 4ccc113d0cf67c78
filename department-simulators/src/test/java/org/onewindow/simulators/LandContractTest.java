package org.onewindow.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.onewindow.simulators.LandCaller.HOME;
import static org.onewindow.simulators.LandCaller.SEIZED;
import static org.onewindow.simulators.LandCaller.WANG;
import static org.onewindow.simulators.LandCaller.transfer;
import static org.onewindow.simulators.Trial.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.onewindow.simulators.wire.ContractFile;
import org.onewindow.simulators.wire.Json;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What the registration centre answers and calls back holds to its own OpenAPI. */
class LandContractTest {

    private static final JsonNode OPENAPI = Json.of(new Yaml(new SafeConstructor(new LoaderOptions()))
            .<Object>load(ContractFile.text("land-registry/openapi.yaml")));

    private final Trial trial = new Trial();
    private final Inbox inbox = new Inbox();
    private final LandCaller land = new LandCaller(trial).login();

    @AfterEach
    void close() {
        trial.close();
        inbox.close();
    }

    @Test
    void answersAsItsOpenApiSays() {
        assertHolds("Title", json(land.title(HOME, "370102197909143315")));
        assertHolds("Title", json(land.title(SEIZED, "370103197506183028")));
        assertHolds("Problem", json(land.title(HOME, "nobody")));
        assertHolds("Problem", json(land.post("transfers", "{}")));
        assertHolds(
                "TransferReceipt",
                json(land.post("transfers", transfer(HOME, WANG, land.clearance(HOME), inbox.url()))));
    }

    @Test
    void callsBackAsItsOpenApiSays() {
        var toCorrect = "鲁(2017)济南市不动产权第0067890号";
        var toReject = "鲁(2015)济南市不动产权第0078901号";
        land.post("transfers", transfer(HOME, WANG, land.clearance(HOME), inbox.url()));
        land.post("transfers", transfer(toCorrect, LandCaller.ZHENG, land.clearance(toCorrect), inbox.url()));
        land.post("transfers", transfer(toReject, LandCaller.ZHENG, land.clearance(toReject), inbox.url()));

        trial.clock.advance(Duration.ofHours(9));

        await().until(() -> inbox.letters().size() == 6);
        assertThat(inbox.field("state")).contains("in-review", "registered", "correction-needed", "rejected");
        inbox.letters()
                .forEach(letter ->
                        assertHolds("TransferOutcome", Json.read(letter.body()).orElseThrow()));
    }

    private static void assertHolds(String schema, JsonNode answer) {
        assertThat(schema(schema).validate(answer)).as(answer.toString()).isEmpty();
    }

    private static JsonSchema schema(String name) {
        ObjectNode schema = Json.object().put("$ref", "#/components/schemas/" + name);
        schema.set("components", OPENAPI.path("components"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
    }
}
