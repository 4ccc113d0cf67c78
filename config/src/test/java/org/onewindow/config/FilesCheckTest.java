package org.onewindow.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A department that is reached by files: where its folders may be, and what it can be asked. */
class FilesCheckTest {

    private static final String REVENUE = "departments/revenue/department.yaml";
    private static final String DESCRIPTOR =
            """
            apiVersion: hub/v1
            id: revenue
            name: {zh-CN: 税务所, en: Revenue office}
            format: xstream
            contract: {page: contract/README.md}
            endpoint: {files: {out: fund/out, in: fund/in, charset: GB18030}}
            operations:
              lien: {name: {zh-CN: 操作, en: Operation}, call: LIEN, effect: key, outcome: {by: file, within: 5d}}
            """;
    private static final String LIEN = DESCRIPTOR.lines().skip(7).findFirst().orElseThrow();

    @TempDir
    Path folder = Path.of("");

    private Path shared = Path.of("");
    private Tree tree;

    @BeforeEach
    void aDepartmentByFiles() throws IOException {
        shared = Files.createDirectory(folder.resolve("shared"));
        tree = revenueIn(folder.resolve("tree"));
    }

    private static Tree revenueIn(Path empty) {
        return Tree.in(empty)
                .write(REVENUE, DESCRIPTOR)
                .write("departments/revenue/contract/README.md", "# Files")
                .write("departments/revenue/mappings/lien.request.jsonata", "{}")
                .write("departments/revenue/mappings/lien.reply.jsonata", "{}");
    }

    private List<String> faults() {
        return switch (tree.load(Map.of("HUB_FILES", shared.toString()))) {
            case Configuration.Loaded _ -> List.of();
            case Configuration.Broken(var found) ->
                found.stream()
                        .map(one -> one.in(Locale.ENGLISH).lines().findFirst().orElseThrow())
                        .toList();
        };
    }

    private void refuses(String old, String text, String fault) {
        tree.change(REVENUE, old, text);

        assertThat(faults()).containsExactly(tree.marked() + ": " + fault);
    }

    @Test
    void isReachedInFoldersBelowTheOneThatTheOperatorNames() {
        var loaded = tree.load(Map.of("HUB_FILES", shared + "/")).orThrow();

        var revenue = java.util.Objects.requireNonNull(loaded.departments().get("revenue"));
        assertThat(revenue.endpoint())
                .isEqualTo(new Department.Endpoint.Files(shared, "fund/out", "fund/in", "GB18030", null));
        assertThat(revenue.operation("lien").outcome())
                .isEqualTo(new Operation.Outcome(Operation.Outcome.By.FILE, null, null, java.time.Duration.ofDays(5)));
    }

    @Test
    void keepsAnswersAsManyDaysAsItSays() {
        tree.change(REVENUE, "charset: GB18030}", "charset: GB18030, kept: 30d}");
        var loaded = tree.load(Map.of("HUB_FILES", shared.toString())).orThrow();
        assertThat(loaded.departments().get("revenue"))
                .extracting(revenue -> ((Department.Endpoint.Files) revenue.endpoint()).kept())
                .isEqualTo(java.time.Duration.ofDays(30));

        refuses("kept: 30d", "kept: ¦4000d", "HUB-2018 \"kept\" is 4000d, more than the bound of 3650d");
    }

    @Test
    void speaksXmlMappedByXsltWithoutAWsdlAndWithoutAnEnvelope() {
        tree.change(REVENUE, "format: xstream", "format: xml")
                .write("departments/revenue/mappings/lien.request.xslt", "<x/>")
                .write("departments/revenue/mappings/lien.reply.xslt", "<x/>");
        assertThat(faults()).isEmpty();

        refuses(
                "operations:",
                "¦envelope: {call: LIEN, charset: GBK, parts: {a: \"'1'\"}, answer: a}\noperations:",
                "HUB-2023 envelope does not go with endpoint: {files}");
    }

    @Test
    void neverLeavesThatFolderByItsName() {
        for (var away : List.of("../out", "/tmp/out", "fund/../../out", "fund/.hidden", "fund out")) {
            var other = revenueIn(folder.resolve("away " + away.hashCode()));
            tree = other.change(REVENUE, "out: fund/out", "out: \"" + away + "\"");

            assertThat(faults()).as(away).singleElement().asString().contains("HUB-1006");
        }
    }

    @Test
    void neverLeavesThatFolderByALink() throws IOException {
        Files.createDirectories(shared.resolve("fund"));
        Files.createSymbolicLink(shared.resolve("fund/in"), Files.createDirectory(folder.resolve("elsewhere")));

        refuses("in: fund/in", "in: ¦fund/in", "HUB-2064 the folder \"fund/in\" leads out of HUB_FILES");
    }

    @Test
    void neverTakesItsOwnMessagesForAnswers() {
        refuses(
                "in: fund/in",
                "in: ¦fund/out/in",
                "HUB-2065 the folder \"fund/out/in\" is \"fund/out\", or lies in it or around it");
    }

    @Test
    void neverTakesTheAnswersOfAnotherDepartment() {
        tree.write(
                        "departments/second/department.yaml",
                        DESCRIPTOR
                                .replace("id: revenue", "id: second")
                                .replace("in: fund/in", "in: ¦fund/in")
                                .replace("fund/out", "second/out"))
                .write("departments/second/contract/README.md", "# Files")
                .write("departments/second/mappings/lien.request.jsonata", "{}")
                .write("departments/second/mappings/lien.reply.jsonata", "{}");

        assertThat(faults())
                .containsExactly(
                        tree.marked() + ": HUB-2065 the folder \"fund/in\" is \"fund/in\", or lies in it or around it");
    }

    @Test
    void isNotReachedWhereTheOperatorNamesNoFolder() {
        tree.change(REVENUE, "files: {out", "¦files: {out");

        assertThat(tree.faults())
                .containsExactly(
                        tree.marked() + ": HUB-2063 the department is reached by files, and HUB_FILES is not set");
    }

    @Test
    void isNotLookedUpIn() {
        refuses("effect: key", "effect: ¦read", "HUB-2023 effect read does not go with endpoint: {files}");

        tree.change(REVENUE, "effect: read", "effect: query");
        assertThat(faults()).contains(tree.marked() + ": HUB-2023 effect query does not go with endpoint: {files}");
    }

    @Test
    void answersByFileOnly() {
        refuses("{by: file,", "{by: ¦queue,", "HUB-2023 by: queue does not go with endpoint: {files}");
    }

    @Test
    void mayNeverAnswerAndThenNothingIsWaitedFor() {
        tree.change(REVENUE, "{by: file, within: 5d}", "{by: none}");
        assertThat(faults()).isEmpty();

        refuses("{by: none}", "{by: ¦none, within: 5d}", "HUB-2023 by: none does not go with poll and within");
    }

    @Test
    void doesNotAnswerAtOnce() {
        refuses(
                LIEN,
                "  ¦lien: {name: {zh-CN: 操作, en: Operation}, call: LIEN, effect: key}",
                "HUB-2023 an answer at once does not go with endpoint: {files}");
    }
}
