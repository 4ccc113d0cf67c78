package org.onewindow.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Editors complete and check what they find the schema of: in the first line of every file of the tree. */
class EditorsTest {

    private static final String COMMENT = "# yaml-language-server: $schema=";

    /** What the module's own folder holds beside the tree, what departments wrote, and the demo's made-up people. */
    private static final List<String> NOT_OURS = List.of("src", "target", "contract", "demo");

    private static List<Path> files() throws IOException {
        try (var found = Files.walk(Path.of(""))) {
            return found.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> Stream.iterate(file, Path::getParent)
                            .takeWhile(one -> one != null)
                            .noneMatch(one -> NOT_OURS.contains(String.valueOf(one.getFileName()))))
                    .toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> findTheSchema() throws IOException {
        return files().stream()
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> {
                    var first = Files.readAllLines(file).getFirst();

                    assertThat(first).startsWith(COMMENT);
                    var schema = Path.of("").resolve(file).resolveSibling(first.substring(COMMENT.length()));
                    assertThat(schema.normalize()).isRegularFile();
                }));
    }

    @Test
    void looksAtTheWholeTree() throws IOException {
        assertThat(files()).map(Path::toString).contains("hub.yaml", "departments/tax/department.yaml");
    }
}
