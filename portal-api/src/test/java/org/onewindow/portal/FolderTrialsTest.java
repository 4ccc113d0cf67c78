package org.onewindow.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.onewindow.config.Archive;

/** An integrator tests and tries folders over HTTP, as the command line does; what serves does not notice. */
class FolderTrialsTest {

    private static final String AT = "/v1/admin/departments/tax";
    private static final String IN = "departments/tax/";

    private final Api integrator = TestHub.client("integrator").in("en");
    private final Archive tax = tax();

    @Test
    void testsTheFolderThatServes() {
        var told = integrator.post(AT + "/test", "");

        assertThat(told.status()).as(told.raw().body()).isEqualTo(200);
        assertThat(told.json().path("well").asBoolean()).isTrue();
        assertThat(told.json().path("samples").asInt()).isEqualTo(15);
    }

    @Test
    void testsAFolderThatIsHandedInAndLetsNothingOfItServe() {
        var operator = TestHub.client("operator");
        var before = operator.get("/v1/admin/configuration").json().path("revision");
        var file = IN + "samples/clearance/reply.json";

        var told =
                integrator.pack("POST", AT + "/test", with(file, tax.text(file).replace("answered", "pending")));

        assertThat(told.status()).isEqualTo(200);
        assertThat(told.json().path("well").asBoolean()).isFalse();
        var finding = told.json().path("findings").path(0);
        assertThat(finding.path("code").asText()).isEqualTo("HUB-3003");
        assertThat(finding.path("file").asText()).isEqualTo(file);
        assertThat(operator.get("/v1/admin/configuration").json().path("revision"))
                .isEqualTo(before);
    }

    @Test
    void triesACanonicalRequestAndAnAnswer() throws Exception {
        var wanted = Api.JSON.createObjectNode().put("operation", "clearance");
        wanted.set("request", Api.JSON.readTree(tax.text(IN + "samples/clearance/request.json")));
        wanted.putObject("answer").put("body", tax.text(IN + "samples/clearance/from-department.xml"));

        var told = integrator.post(AT + "/try", wanted.toString());

        assertThat(told.status()).as(told.raw().body()).isEqualTo(200);
        assertThat(told.json().path("well").asBoolean()).isTrue();
        assertThat(step(told, 0, "message").path("content").asText()).contains("<com:channelCode>ZW0001");
        assertThat(step(told, 1, "validation").path("findings")).isEmpty();
        assertThat(Api.JSON.readTree(step(told, 2, "reply").path("content").asText()))
                .isEqualTo(Api.JSON.readTree(tax.text(IN + "samples/clearance/reply.json")));
    }

    @Test
    void triesASampleOfAFolderThatIsHandedInOfWhichTheRequestIsEnough() {
        var sample = with(IN + "samples/clearance.mine/request.json", tax.text(IN + "samples/clearance/request.json"));

        var told = integrator.pack("POST", AT + "/try?operation=clearance&sample=clearance.mine", sample);

        assertThat(told.status()).as(told.raw().body()).isEqualTo(200);
        assertThat(told.json().path("sample").asText()).isEqualTo("clearance.mine");
        assertThat(told.json().path("steps")).hasSize(2);
        assertThat(told.json().path("well").asBoolean()).isTrue();
    }

    @Test
    void tellsWhichStepFailsAndWhere() {
        var mapping = IN + "mappings/clearance.request.xslt";
        var broken = with(mapping, tax.text(mapping).replace("$key", "$nothing"));

        var told = integrator.pack("POST", AT + "/try?operation=clearance", broken);

        var findings = step(told, 0, "message").path("findings");
        assertThat(findings.path(0).path("code").asText()).isEqualTo("HUB-3001");
        assertThat(findings.path(0).path("line").asInt()).isPositive();
        assertThat(told.json().path("well").asBoolean()).isFalse();
    }

    @Test
    void refusesWhatIsNotThere() {
        assertThat(integrator.post("/v1/admin/departments/nobody/test", "").problem())
                .isEqualTo("404 department-unknown");
        assertThat(integrator
                        .post("/v1/admin/departments/nobody/try", "{\"operation\": \"x\"}")
                        .problem())
                .isEqualTo("404 department-unknown");
        assertThat(integrator.post(AT + "/try", "{\"operation\": \"nothing\"}").problem())
                .isEqualTo("422 request-invalid /operation=operation-or-sample-unknown");
        assertThat(integrator
                        .post(AT + "/try", "{\"operation\": \"clearance\", \"sample\": \"99\"}")
                        .problem())
                .isEqualTo("422 request-invalid /operation=operation-or-sample-unknown");
        assertThat(integrator.post(AT + "/test", "no zip").status()).isEqualTo(415);
        assertThat(integrator.pack("POST", AT + "/test", new byte[] {1, 2}).problem())
                .startsWith("422 archive-unfit");
        assertThat(integrator
                        .pack("POST", "/v1/admin/departments/land-registry/test", tax.zip())
                        .problem())
                .startsWith("422 pack-of-another");
        assertThat(integrator.pack("POST", AT + "/try", tax.zip()).status()).isEqualTo(400);
    }

    @Test
    void onlyThoseWhoWriteFoldersOrRunTheHubMayTryAndAnIntegratorLetsNothingServe() {
        for (var nobody : new Api[] {TestHub.citizen("zhang"), TestHub.client("window"), TestHub.department("tax")}) {
            assertThat(nobody.post(AT + "/test", "").status()).isEqualTo(403);
            assertThat(nobody.post(AT + "/try", "{\"operation\": \"clearance\"}")
                            .status())
                    .isEqualTo(403);
            assertThat(nobody.pack("POST", AT + "/try?operation=clearance", tax.zip())
                            .status())
                    .isEqualTo(403);
        }
        assertThat(TestHub.client("operator").post(AT + "/test", "").status()).isEqualTo(200);
        assertThat(integrator.pack("PUT", AT, tax.zip()).status()).isEqualTo(403);
        assertThat(integrator.post(AT + "/disable", "").status()).isEqualTo(403);
        assertThat(integrator.get("/v1/admin/messages").status()).isEqualTo(403);
    }

    private static JsonNode step(Api.Reply told, int at, String name) {
        var step = told.json().path("steps").path(at);
        assertThat(step.path("step").asText()).as(told.raw().body()).isEqualTo(name);
        return step;
    }

    private static Archive tax() {
        try {
            return Archive.of(Path.of("..", "config")).department("tax");
        } catch (Archive.Unfit unfit) {
            throw new AssertionError(unfit);
        }
    }

    private byte[] with(String file, String text) {
        var files = new TreeMap<String, String>();
        tax.names().forEach(name -> files.put(name, tax.text(name)));
        files.put(file, text);
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            for (var one : files.entrySet()) {
                out.putNextEntry(new ZipEntry(one.getKey()));
                out.write(one.getValue().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return bytes.toByteArray();
    }
}
