package org.onewindow.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.onewindow.config.Archive;

/** Another configuration is handed in over HTTP: what holds serves, what does not is told with its place, and changes nothing. */
class ConfigurationTest {

    private static final String AT = "/v1/admin/configuration";
    private static final String TAX = "departments/tax/department.yaml";

    private final Api operator = TestHub.client("operator").in("en");
    private final Archive city = city();

    @AfterEach
    void asItWas() {
        assertThat(operator.pack("PUT", AT, city.zip()).status()).isEqualTo(200);
    }

    @Test
    void anAppliedDepartmentServesUnderTheHashThatIsTold() {
        var before = operator.get(AT).json();
        var changed = with(city, TAX, city.text(TAX).replace("timeout: 25s", "timeout: 24s"));

        var told = operator.pack(
                "PUT",
                "/v1/admin/departments/tax?note=shorter",
                changed.department("tax").zip());

        assertThat(told.status()).isEqualTo(200);
        assertThat(told.json().path("revision").asText()).isEqualTo(changed.revision());
        assertThat(told.json().path("departments").toString()).isEqualTo("[\"tax\"]");
        var after = operator.get(AT).json();
        assertThat(after.path("revision").asText()).isEqualTo(changed.revision());
        assertThat(after.path("change").asInt()).isEqualTo(before.path("change").asInt() + 1);
        assertThat(after.path("nodes").path(0).path("revision").asText()).isEqualTo(changed.revision());
        var history = operator.get(AT + "/history?department=tax&limit=1")
                .json()
                .path("items")
                .path(0);
        assertThat(history.path("note").asText()).isEqualTo("shorter");
        assertThat(history.path("parent").asText())
                .isEqualTo(before.path("revision").asText());
        assertThat(operator.pack("PUT", AT, changed.zip())
                        .json()
                        .path("changed")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void rollsBackToTheOneBeforeAndToANamedOne() {
        var first = operator.get(AT).json().path("revision").asText();
        var changed = with(city, TAX, city.text(TAX).replace("timeout: 25s", "timeout: 23s"));
        operator.pack("PUT", AT, changed.zip());

        assertThat(operator.post(AT + "/rollback", "{}").json().path("revision").asText())
                .isEqualTo(first);
        var named = operator.post(AT + "/rollback", "{\"revision\": \"" + changed.revision() + "\"}");
        assertThat(named.json().path("revision").asText()).isEqualTo(changed.revision());
        assertThat(operator.post(AT + "/rollback", "{\"revision\": \"000000000000\"}")
                        .problem())
                .isEqualTo("404 revision-unknown");
    }

    @Test
    void aFaultyFolderIsToldWithEveryPlaceAndChangesNothing() {
        var before = operator.get(AT).json().path("change").asInt();
        var misspelt = with(city, TAX, city.text(TAX).replace("timeout: 25s", "timeuot: 25s"));

        var told = operator.pack(
                "PUT", "/v1/admin/departments/tax", misspelt.department("tax").zip());

        assertThat(told.problem()).isEqualTo("422 configuration-faulty");
        var finding = told.json().path("findings").path(0);
        assertThat(finding.path("file").asText()).isEqualTo(TAX);
        assertThat(finding.path("line").asInt()).isEqualTo(10);
        assertThat(finding.path("code").asText()).isEqualTo("HUB-1002");
        assertThat(finding.path("what").asText()).contains("did you mean \"timeout\"");
        assertThat(operator.get(AT).json().path("change").asInt()).isEqualTo(before);
    }

    @Test
    void aSampleThatNoLongerHoldsIsAFault() {
        var file = "departments/land-registry/samples/title/reply.json";
        var other = with(city, file, city.text(file).replace("\"answered\"", "\"refused\""));

        var told = operator.pack("PUT", AT, other.zip());

        assertThat(told.problem()).isEqualTo("422 configuration-faulty");
        assertThat(told.json().path("findings").path(0).path("file").asText()).isEqualTo(file);
    }

    @Test
    void aPackThatClaimsAnotherDepartmentsNameIsRefused() {
        var foreign = city.department("land-registry").zip();
        assertThat(operator.pack("PUT", "/v1/admin/departments/tax", foreign).problem())
                .isEqualTo("422 pack-of-another =pack-of-another");
        var sayingSo = with(city, TAX, city.text(TAX).replace("id: tax", "id: land-registry"));
        assertThat(operator.pack(
                                "PUT",
                                "/v1/admin/departments/tax",
                                sayingSo.department("tax").zip())
                        .json()
                        .path("findings")
                        .path(0)
                        .path("code")
                        .asText())
                .isEqualTo("HUB-2014");
    }

    @Test
    void whatIsNoTreeIsRefused() throws Exception {
        assertThat(operator.pack("PUT", AT, "no zip".getBytes(UTF_8)).problem())
                .isEqualTo("422 archive-unfit =archive-unfit");
        assertThat(operator.pack("PUT", AT, zip("departments/../../outside", "x"))
                        .problem())
                .isEqualTo("422 archive-unfit =archive-unfit");
        assertThat(operator.put(AT, "{}").status()).isEqualTo(415);
    }

    @Test
    void aNewDepartmentIsNotCalledBeforeItIsEnabled() {
        var tax = city.department("tax");
        var files = new java.util.TreeMap<String, String>();
        tax.names().forEach(name -> files.put(name.replace("/tax/", "/tax-twin/"), tax.text(name)));
        files.computeIfPresent(
                "departments/tax-twin/department.yaml", (_, text) -> text.replace("id: tax", "id: tax-twin"));
        var at = "/v1/admin/departments/tax-twin";

        var added = operator.pack("PUT", at, zip(files));

        assertThat(added.status()).as(added.raw().body()).isEqualTo(200);
        assertThat(added.json().path("disabled").toString()).isEqualTo("[\"tax-twin\"]");
        assertThat(operator.post(at + "/enable", "").json().path("disabled")).isEmpty();
        assertThat(operator.post(at + "/enable", "").json().path("changed").asBoolean())
                .isFalse();
        assertThat(operator.delete(at).status()).isEqualTo(200);
        assertThat(operator.delete(at).problem()).isEqualTo("404 department-unknown");
    }

    @Test
    void aDepartmentThatMattersNeedIsNotTakenAway() {
        var told = operator.delete("/v1/admin/departments/tax");

        assertThat(told.problem()).isEqualTo("422 configuration-faulty");
        assertThat(told.json().path("findings").path(0).path("file").asText())
                .isEqualTo("matters/used-home-transfer.yaml");
    }

    @Test
    void givesTheFilesThatServeAndTellsWhatWouldChange() throws Exception {
        var stored = operator.request(AT + "/files").GET().build();
        try (var http = java.net.http.HttpClient.newHttpClient()) {
            var zip = http.send(stored, java.net.http.HttpResponse.BodyHandlers.ofByteArray());
            assertThat(Archive.ofZip(zip.body()).revision())
                    .isEqualTo(operator.get(AT).json().path("revision").asText());
        }
        var changed = with(city, TAX, city.text(TAX) + "# a word\n");
        assertThat(operator.pack("POST", AT + "/diff", changed.zip())
                        .json()
                        .path("files")
                        .toString())
                .isEqualTo("[{\"file\":\"" + TAX + "\",\"change\":\"changed\"}]");
    }

    @Test
    void onlyOperatorsMayLookAndChange() {
        for (var nobody : new Api[] {TestHub.citizen("zhang"), TestHub.client("window"), TestHub.department("tax")}) {
            assertThat(nobody.get(AT).status()).isEqualTo(403);
            assertThat(nobody.pack("PUT", AT, city.zip()).status()).isEqualTo(403);
            assertThat(nobody.pack("PUT", "/v1/admin/departments/tax", city.zip())
                            .status())
                    .isEqualTo(403);
            assertThat(nobody.post("/v1/admin/departments/tax/disable", "").status())
                    .isEqualTo(403);
            assertThat(nobody.delete("/v1/admin/departments/tax").status()).isEqualTo(403);
            assertThat(nobody.post(AT + "/rollback", "{}").status()).isEqualTo(403);
        }
    }

    private static Archive city() {
        try {
            return Archive.of(Path.of("..", "config"));
        } catch (Archive.Unfit unfit) {
            throw new AssertionError(unfit);
        }
    }

    private static Archive with(Archive tree, String file, String text) {
        try {
            var one = Archive.ofZip(zip(file, text));
            assertThat(tree.changesTo(tree.with(one, file::equals)))
                    .as("a change")
                    .isNotEmpty();
            return tree.with(one, file::equals);
        } catch (Archive.Unfit unfit) {
            throw new AssertionError(unfit);
        }
    }

    private static byte[] zip(String name, String text) {
        return zip(Map.of(name, text));
    }

    private static byte[] zip(Map<String, String> files) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue().getBytes(UTF_8));
            }
        } catch (java.io.IOException impossible) {
            throw new AssertionError(impossible);
        }
        return bytes.toByteArray();
    }
}
