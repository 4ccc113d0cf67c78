package org.onewindow.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole city's tree is read, checked and packed in a moment. */
class FiftyDepartmentsTest {

    private static final Path REAL = Path.of("departments");
    private static final List<String> IDS =
            List.of("tax", "land-registry", "civil-affairs", "housing-fund", "payment-platform");
    private static final int OF_EACH = 10;

    @Test
    void fiftyDepartmentsLoadInLessThanFiveSeconds(@TempDir Path root) throws Exception {
        for (var id : IDS) {
            for (int i = 1; i <= OF_EACH; i++) {
                copy(id, id + "-" + i, root);
            }
        }
        var before = worked();

        var tree = Configuration.load(root, Settings.of(Map.of())).orThrow();

        assertThat(Duration.ofNanos(worked() - before)).isLessThan(Duration.ofSeconds(5));
        assertThat(tree.departments()).hasSize(IDS.size() * OF_EACH);
        var archive = Archive.of(root);
        assertThat(archive.revision()).isEqualTo(tree.revision());
        assertThat(Archive.ofZip(archive.zip())).isEqualTo(archive);
    }

    /** This thread's own time on the processor: what else the machine does is none of it. */
    private static long worked() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void copy(String id, String other, Path root) throws IOException {
        var from = REAL.resolve(id);
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = root.resolve("departments")
                        .resolve(other)
                        .resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                if (file.endsWith("department.yaml")) {
                    Files.writeString(copy, Files.readString(file).replace("\nid: " + id, "\nid: " + other));
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }
}
