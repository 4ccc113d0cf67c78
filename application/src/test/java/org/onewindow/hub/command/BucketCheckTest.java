package org.onewindow.hub.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.onewindow.hub.TrialStore;
import org.onewindow.hub.client.Texts;
import org.onewindow.licences.blobs.BucketFault;

/** What {@code ./hub doctor} says of the bucket: each fault with its remedy, and no secret. */
class BucketCheckTest {

    private final TrialStore store;
    private final List<String> lines = new ArrayList<>();

    @TempDir
    private Path data = Path.of("");

    BucketCheckTest() throws IOException {
        store = new TrialStore();
    }

    @BeforeEach
    void keys() throws IOException {
        TrialStore.writeKeys(data.resolve("secrets"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void saysNothingWhereUploadsLieInTheDatabase() {
        look(Map.of(), Map.of());

        assertThat(lines).isEmpty();
    }

    @Test
    void triesOutTheOneOfTheEnvironmentOrOfTheFile() {
        look(Map.of(), Map.of("hub.blobs-url", store.address()));
        look(Map.of("HUB_BLOBS_URL", store.address()), Map.of("hub.blobs-url", "http://127.0.0.1:1/other"));

        assertThat(lines).hasSize(4).allMatch(line -> line.startsWith("ok bucket"));
        assertThat(lines.getFirst()).contains(store.address()).contains("written, read and deleted");
        assertThat(lines.get(1)).startsWith("ok bucket-clock");
    }

    @Test
    void saysWhatToDoAboutARefusalAndTellsNoSecret() {
        store.refuse("SignatureDoesNotMatch");

        look(Map.of("HUB_BLOBS_URL", store.address()), Map.of());

        assertThat(lines.getFirst())
                .startsWith("FAIL bucket")
                .contains("403 SignatureDoesNotMatch", "blobs/secret-key")
                .doesNotContain("trial-access", "trial-secret-word");
    }

    @Test
    void saysWhatToWriteWhereItsSettingsAreNone() {
        look(Map.of("HUB_BLOBS_URL", "http://s3.city.example/hub-blobs"), Map.of());
        look(
                Map.of(
                        "HUB_BLOBS_URL",
                        store.address(),
                        "HUB_SECRETS",
                        data.resolve("nothing").toString()),
                Map.of());

        assertThat(lines).hasSize(2).allMatch(line -> line.startsWith("FAIL bucket"));
        assertThat(lines.getFirst()).contains("is not https", "write https://HOST[:PORT]/BUCKET");
        assertThat(lines.getLast()).contains("secret blobs/access-key", "HUB_SECRETS");
    }

    @ParameterizedTest
    @EnumSource
    void hasARemedyForEveryFaultInBothLanguages(BucketFault fault) {
        var key = "doctor-bucket-" + fault.code();

        assertThat(new Texts(Locale.ENGLISH).say(key))
                .doesNotContainPattern("\\p{IsHan}")
                .isNotBlank();
        assertThat(new Texts(Locale.SIMPLIFIED_CHINESE).say(key)).containsPattern("\\p{IsHan}");
    }

    private void look(Map<String, String> env, Map<String, Object> file) {
        new BucketCheck(
                        new Texts(Locale.ENGLISH),
                        (what, good, detail) -> lines.add((good ? "ok " : "FAIL ") + what + " " + detail))
                .look(env, file, data);
    }
}
