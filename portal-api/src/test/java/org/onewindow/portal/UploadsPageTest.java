package org.onewindow.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.portal.problem.ProblemCode;

/** The commands of {@code docs/uploads.md} do what it says, one after the other as somebody would type them. */
class UploadsPageTest {

    private static final Path PAGE = Path.of("../docs/uploads.md");
    private static final Pattern BLOCK = Pattern.compile("(?s)```sh\\n(.*?)```");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([0-9]{3}) (`[^|]*`) \\|");

    @Test
    void commandsWork(@TempDir Path folder) throws IOException, InterruptedException {
        Files.write(folder.resolve("contract.pdf"), TestPdf.saying("as on the page"));
        var script = BLOCK.matcher(Files.readString(PAGE))
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining("echo\n"))
                .replace("$(./hub token zhang)", TestHub.citizen("zhang").token())
                .replace("http://127.0.0.1:8080", TestHub.uri("").toString());
        var told = folder.resolve("told");

        var process = new ProcessBuilder("bash", "-euxo", "pipefail", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(told.toFile())
                .start();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(told)).isZero();
        assertThat(Files.readString(told)).contains("\"fileName\":\"contract.pdf\"", "AT=100");
    }

    @Test
    void codesAreThoseOfTheApi() throws IOException {
        var named = ROW.matcher(Files.readString(PAGE)).results().toList();

        assertThat(named).isNotEmpty();
        for (MatchResult row : named) {
            for (var code : row.group(2).replace("`", "").split(", ", -1)) {
                var known = ProblemCode.valueOf(
                        code.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
                assertThat(known.status()).as(code).isEqualTo(Integer.parseInt(row.group(1)));
            }
        }
    }
}
