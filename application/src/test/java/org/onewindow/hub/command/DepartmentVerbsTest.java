package org.onewindow.hub.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an integrator does with a folder before any hub sees it. */
class DepartmentVerbsTest {

    private static final Path TAX = Path.of("..", "config", "departments", "tax");

    @TempDir
    Path folder = Path.of("");

    private Path tax = Path.of("");

    @BeforeEach
    void aCopyOfTheTaxBureausFolder() throws IOException {
        tax = folder.resolve("tax");
        try (var files = Files.walk(TAX)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = tax.resolve(TAX.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @Test
    void testsAFolderWithoutAHub() {
        var told = Typed.of("department", "test", tax.toString());

        assertThat(told.code()).as(told.out()).isZero();
        assertThat(told.out()).contains("tax: 15 samples, all well.");
    }

    @Test
    void tellsWhereAFolderIsFaulty() throws IOException {
        change("department.yaml", "timeout: 25s", "timeuot: 25s");

        var told = Typed.of("department", "test", tax.toString());

        assertThat(told.code()).isEqualTo(Main.CHECK_FAILED);
        assertThat(told.out())
                .contains(
                        "departments/tax/department.yaml:10:10: HUB-1002 unknown key \"timeuot\"; did you mean \"timeout\"?");
        assertThat(Typed.of("department", "test", tax.toString(), "--json").out())
                .contains("\"code\" : \"HUB-1002\"", "\"line\" : 10");
        assertThat(Typed.of("department", "test", tax.toString(), "--lang", "zh")
                        .out())
                .contains("处错误");
    }

    @Test
    void showsWhatAMappingMakesOfASample() throws IOException {
        var told = Typed.of("department", "try", tax.toString(), "assess-transfer-tax", "--sample", "1");
        assertThat(told.code()).as(told.out()).isZero();
        assertThat(told.out())
                .contains(
                        "<com:channelCode>ZW0001</com:channelCode>",
                        "The answer becomes:",
                        "assess-transfer-tax: holds");

        change("department.yaml", "channelCode: ZW0001", "channelCode: ZW0002");
        var other = Typed.of("department", "try", tax.toString(), "assess-transfer-tax");
        assertThat(other.code()).isEqualTo(Main.CHECK_FAILED);
        assertThat(other.out()).contains("<com:channelCode>ZW0002</com:channelCode>", "HUB-3002");
    }

    @Test
    void worksHereWhereNoHubIsUpUnlessAHubIsInsistedOn() {
        var nowhere = "http://127.0.0.1:1";
        assertThat(Typed.of("department", "test", tax.toString(), "--url", nowhere)
                        .code())
                .isZero();
        assertThat(Typed.of("department", "test", tax.toString(), "--offline").code())
                .isZero();
        assertThat(Typed.of("department", "test", tax.toString(), "--hub", "--url", nowhere)
                        .code())
                .isEqualTo(Main.UNREACHABLE);
        assertThat(Typed.of("department", "try", tax.toString(), "clearance", "--hub", "--url", nowhere)
                        .code())
                .isEqualTo(Main.UNREACHABLE);
        assertThat(Typed.of("department", "test", tax.toString(), "--hub", "--offline")
                        .code())
                .isEqualTo(Main.BAD_INPUT);
    }

    @Test
    void saysWhatIsNotThere() {
        assertThat(Typed.of("department", "test", "nobody").code()).isEqualTo(Main.BAD_INPUT);
        assertThat(Typed.of("department", "try", tax.toString(), "nothing").code())
                .isEqualTo(Main.BAD_INPUT);
        assertThat(Typed.of("department", "list", "--url", "http://127.0.0.1:1").code())
                .isEqualTo(Main.UNREACHABLE);
        assertThat(Typed.of("department", "apply", tax.toString(), "--url", "http://127.0.0.1:1")
                        .code())
                .isEqualTo(Main.UNREACHABLE);
    }

    private void change(String file, String old, String text) throws IOException {
        var before = Files.readString(tax.resolve(file));
        assertThat(before).contains(old);
        Files.writeString(tax.resolve(file), before.replace(old, text));
    }
}
