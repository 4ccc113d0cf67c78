package org.onewindow.hub.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.onewindow.portal.problem.ProblemCode;

/** Every code that anybody can be told is explained in both languages. */
class ExplainVerbTest {

    private static final Pattern CODE = Pattern.compile("\"(HUB-[0-9]{4})\"");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private static String told(String... arguments) {
        var out = new StringWriter();
        var words = new ArrayList<>(List.of("explain"));
        words.addAll(List.of(arguments));
        int exit = Main.run(words.toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(out, true));
        assertThat(exit).as("%s: %s", List.of(arguments), out).isEqualTo(Main.OK);
        return out.toString();
    }

    /** Wherever in the sources a code is given out. */
    private static Set<String> codes() throws IOException {
        var codes = new TreeSet<String>();
        try (var files = Files.walk(Path.of("..")).filter(ExplainVerbTest::isSource)) {
            for (var file : files.toList()) {
                CODE.matcher(Files.readString(file)).results().forEach(code -> codes.add(code.group(1)));
            }
        }
        return codes;
    }

    private static boolean isSource(Path file) {
        return file.toString().endsWith(".java") && file.toString().contains("/src/main/java/");
    }

    @Test
    void explainsEveryCodeOfTheChecks() throws IOException {
        var codes = codes();

        assertThat(codes).hasSizeGreaterThan(60).contains("HUB-1002", "HUB-3001", "HUB-3101");
        assertThat(codes).allSatisfy(code -> {
            assertThat(told(code, "--lang", "en"))
                    .startsWith(code + ": ")
                    .contains("→")
                    .doesNotContainPattern(HAN);
            assertThat(told(code, "--lang", "zh")).startsWith(code + ": ").containsPattern(HAN);
        });
    }

    @Test
    void explainsEveryProblemOfTheApi() {
        assertThat(Arrays.stream(ProblemCode.values()).map(ProblemCode::code)).allSatisfy(code -> {
            assertThat(told(code, "--lang", "en")).startsWith(code + ": ").doesNotContainPattern(HAN);
            assertThat(told(code, "--lang", "zh")).containsPattern(HAN);
        });
    }

    @Test
    void tellsProgramsTheSame() {
        assertThat(told("hub-1002", "--format", "json", "--lang", "en"))
                .contains("\"code\" : \"HUB-1002\"", "\"write\" : ")
                .isEqualTo(told("HUB-1002", "--json", "--lang", "en"));
    }

    @Test
    void saysThatThereIsNoSuchCode() {
        var out = new StringWriter();

        int exit =
                Main.run(new String[] {"explain", "HUB-0000"}, new PrintWriter(out, true), new PrintWriter(out, true));

        assertThat(exit).isEqualTo(Main.BAD_INPUT);
        assertThat(out.toString()).contains("HUB-0000");
    }
}
