package org.onewindow.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every command that a page of ours tells people to type is typed here, or is this very build. */
class DocumentedCommandsIT {

    private static final List<Path> PAGES =
            List.of(Path.of("../README.md"), Path.of("../CONTRIBUTING.md"), Path.of("../docs/configuration.md"));
    private static final Pattern BLOCK = Pattern.compile("(?s)```sh\\n(.*?)```");

    /** The first is played by {@link org.onewindow.hub.demo.DemoIT}, the others are what is running now. */
    private static final Set<String> ELSEWHERE =
            Set.of("./hub demo", "./mvnw verify", ".ci/run", "./mvnw spotless:apply");

    @TestFactory
    Stream<DynamicTest> documentedCommandsWork() {
        return PAGES.stream()
                .filter(Files::exists)
                .flatMap(DocumentedCommandsIT::commands)
                .map(DocumentedCommandsIT::test);
    }

    private static DynamicTest test(String command) {
        return DynamicTest.dynamicTest(command, () -> {
            if (!ELSEWHERE.contains(command)) {
                var told = CommandLine.type(command);
                assertThat(told.code()).as(told.out()).isZero();
            }
        });
    }

    private static Stream<String> commands(Path page) {
        try {
            return BLOCK.matcher(Files.readString(page))
                    .results()
                    .flatMap(block -> block.group(1).lines())
                    .map(line -> line.replaceAll("\\s+#.*", "").strip())
                    .filter(line -> !line.isEmpty());
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
