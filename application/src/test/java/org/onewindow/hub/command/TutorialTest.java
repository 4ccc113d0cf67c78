package org.onewindow.hub.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tutorial and the page of the catalogue, command by command; and what the page shows of the answers is what is answered. */
final class TutorialTest {

    private static final Path PAGES = Path.of("../docs/tutorial");
    private static final Pattern BLOCK = Pattern.compile("(?s)```([a-z]*)\\n(.*?)```");

    /** These ask a running hub: {@code RevisionsIT} does. */
    private static final Pattern WITH_A_HUB = Pattern.compile("./hub department (apply|enable) .*");

    @TempDir
    Path tree = Path.of("");

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"README.md", "openapi.md", "queue.md", "files.md", "../catalogue.md"})
    void runsCommandByCommand(String page) throws Exception {
        var shell = TypedLine.onCopyOfTheTree(tree);
        var said = new ArrayList<String>();

        for (var block :
                BLOCK.matcher(Files.readString(PAGES.resolve(page))).results().toList()) {
            if (block.group(1).isEmpty()) {
                shows(block.group(2), String.join("\n", said));
            }
            if (!block.group(1).equals("sh")) {
                continue;
            }
            for (var line :
                    block.group(2).lines().filter(each -> !each.isBlank()).toList()) {
                if (!WITH_A_HUB.matcher(line).matches()) {
                    var told = shell.type(line);
                    said.add(told.out());
                    assertThat(told.code()).as(line + "\n" + told.out()).isZero();
                }
            }
        }

        assertThat(said).isNotEmpty();
    }

    /** Each line that the page shows was said; dots stand for what it leaves out. */
    private void shows(String shown, String said) {
        var plain = said.replace(tree.toString(), "config");
        assertThat(shown.lines().filter(line -> !line.isBlank()))
                .allSatisfy(line -> assertThat(plain).contains(line.replaceAll("…$", "")));
    }
}
