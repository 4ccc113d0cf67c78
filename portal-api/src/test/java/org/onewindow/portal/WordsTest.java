package org.onewindow.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.onewindow.cases.CaseState;
import org.onewindow.cases.StepState;
import org.onewindow.portal.problem.ProblemCode;

/** Every state, reason and problem has its words in both languages. */
class WordsTest {

    private static final Pattern WHY = Pattern.compile("(?:Why\\.of|new Why)\\(\\s*\"([a-z-]+)\"\\s*,");
    private static final Pattern TOLD = Pattern.compile("tell\\(\\s*\"([a-z0-9-]+)\"\\s*[,)]");

    @Test
    void saysTheSameThingsInBothLanguages() {
        assertThat(keys(Locale.ROOT)).isEqualTo(keys(Locale.ENGLISH));
    }

    @Test
    void hasWordsForEveryStateAndEveryProblem() {
        var wanted = new TreeSet<String>();
        Arrays.stream(CaseState.values()).forEach(state -> wanted.add("state.case." + state.code()));
        Arrays.stream(StepState.values()).forEach(state -> wanted.add("state.step." + state.code()));
        for (var code : ProblemCode.values()) {
            wanted.add("problem." + code.code() + ".title");
            wanted.add("problem." + code.code() + ".detail");
        }

        wanted.removeAll(keys(Locale.ROOT));
        assertThat(wanted).as("without words").isEmpty();
    }

    @Test
    void hasWordsForWhateverTheCaseMachineTells() throws IOException {
        var wanted = new TreeSet<String>();
        try (var files = Files.walk(Path.of("..", "case-store", "src", "main", "java"))) {
            for (var file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                var source = Files.readString(file);
                WHY.matcher(source).results().forEach(found -> wanted.add("why." + found.group(1)));
                TOLD.matcher(source).results().forEach(found -> wanted.add("trace." + found.group(1)));
            }
        }

        Arrays.stream(StepState.values())
                .filter(state -> state != StepState.PLANNED && state != StepState.CALLING)
                .forEach(state -> wanted.add("trace.step-" + state.code()));
        Set.of("limit-50", "limit-80", "limit-100").forEach(kind -> wanted.add("trace." + kind));
        Set.of("refused", "withdrawn", "not-accepted").forEach(end -> {
            wanted.add("trace." + end);
            wanted.add("why.ends-as-" + end);
        });

        assertThat(wanted).hasSizeGreaterThan(50);
        wanted.removeAll(keys(Locale.ROOT));
        assertThat(wanted).as("without words").isEmpty();
    }

    private static Set<String> keys(Locale locale) {
        var bundle = ResourceBundle.getBundle(
                "org.onewindow.portal.text.words",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new HashSet<>(bundle.keySet());
    }
}
