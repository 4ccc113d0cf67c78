package org.onewindow.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The words of departments are held against their schema as all files are. */
class GlossaryCheckTest {

    @Test
    void findsNothingInTheHubsOwnAndNothingWhereThereIsNone(@TempDir Path root) {
        assertThat(GlossaryCheck.in(Path.of(""))).isEmpty();
        assertThat(GlossaryCheck.in(root)).isEmpty();
    }

    @Test
    void tellsThePlaceOfWhatIsWrong(@TempDir Path root) throws IOException {
        Files.writeString(
                root.resolve("glossary.yaml"),
                """
                apiVersion: hub/v1
                terms:
                  - {to: applicant.idNumbers, as: [sfzh]}
                  - {to: key, az: [lsh]}
                """);

        var found = GlossaryCheck.in(root).stream().map(Diagnostic::toString).toList();

        assertThat(found).anySatisfy(one -> assertThat(one).startsWith("glossary.yaml:3:10: HUB-1"));
        assertThat(found).anySatisfy(one -> assertThat(one)
                .startsWith("glossary.yaml:4:15: HUB-1002")
                .contains("did you mean"));
    }
}
