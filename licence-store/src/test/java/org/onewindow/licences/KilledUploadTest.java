package org.onewindow.licences;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node is killed in the middle of an upload; another one goes on with it. */
class KilledUploadTest {

    private static final int KILLED_AFTER = 200_000;

    private final Somebody zhang = Somebody.arrives();

    @Test
    void goesOnAtAnotherNodeWithAllThatWasSaidToBeSafe(@TempDir Path data) throws Exception {
        var uploads = TestStore.uploads(data.resolve("other"));
        var resumable = TestStore.resumable(uploads, TestStore.CLOCK);
        var pdf = TestPdf.ofSize(4_000_000).readAllBytes();
        var file = Files.write(data.resolve("contract.pdf"), pdf);
        var sender = new Uploads.Sender(
                "zhang", zhang.id(), "portal", UUID.randomUUID().toString());
        var label = new Uploads.Label(null, "contract.pdf", "application/pdf");
        var id = ((Resumed.Going) resumable.begin(sender, label, pdf.length))
                .progress()
                .id();

        long safe = untilKilled(id, file);

        var found = resumable.find(id, "zhang").orElseThrow();
        assertThat(found.received()).isGreaterThanOrEqualTo(safe).isLessThan(pdf.length);
        int at = (int) found.received();
        resumable.append(id, "zhang", at, null, new ByteArrayInputStream(pdf, at, pdf.length - at));
        assertThat(uploads.open(id)).hasBinaryContent(pdf);
    }

    private static long untilKilled(String id, Path file) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        AppendLoop.class.getName(),
                        TestStore.url(),
                        TestStore.user(),
                        TestStore.password(),
                        TestStore.CLOCK.instant().toString(),
                        id,
                        "zhang",
                        file.toString())
                .redirectError(Path.of("target", "killed-upload.log").toFile())
                .start();
        long safe = 0;
        try (var out = process.inputReader()) {
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                safe = line.startsWith("safe ") ? Long.parseLong(line.substring("safe ".length())) : safe;
                if (safe >= KILLED_AFTER) {
                    process.toHandle().destroyForcibly();
                }
            }
        }
        process.waitFor();
        return safe;
    }
}
