package org.onewindow.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code docs/operations.md} and {@code deploy/} name must be there. */
class OperationsPageTest {

    private static final Path ROOT = Path.of("..");
    private static final Path PAGE = ROOT.resolve("docs/operations.md");
    private static final Pattern NAME = Pattern.compile("\\bHUB_[A-Z][A-Z_]*\\b");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(HUB_[A-Z_]+)` \\|");
    private static final Pattern VERB = Pattern.compile("`\\./hub ([a-z-]+)");

    @Test
    void tellsEverySettingOfTheHub() throws IOException {
        assertThat(found(ROW, Files.readString(PAGE), 1)).containsAll(settings());
    }

    @Test
    void namesNoSettingThatIsNone() throws IOException {
        var real = new TreeSet<>(settings());
        // the launcher's own, and those of ./hub services
        real.addAll(found(NAME, Files.readString(ROOT.resolve("hub")), 0));
        real.addAll(found(
                NAME, Files.readString(Path.of("src", "main", "java", "org", "onewindow", "hub", "Services.java")), 0));

        for (var file : files()) {
            assertThat(real).as("%s", file).containsAll(found(NAME, Files.readString(file), 0));
        }
    }

    @Test
    void namesNoVerbThatIsNone() throws IOException {
        var help = Files.readString(
                Path.of("src", "main", "resources", "org", "onewindow", "hub", "client", "texts.properties"));
        var launcher = Files.readString(ROOT.resolve("hub"));

        assertThat(found(VERB, Files.readString(PAGE), 1))
                .isNotEmpty()
                .allMatch(verb -> help.contains("./hub " + verb) || launcher.contains("    " + verb + ") exec"));
    }

    private static Set<String> settings() {
        return Arrays.stream(HubSettings.class.getRecordComponents())
                .map(part ->
                        "HUB_" + part.getName().replaceAll("([A-Z])", "_$1").toUpperCase(java.util.Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> found(Pattern pattern, String text, int group) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult one) -> one.group(group))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Iterable<Path> files() throws IOException {
        try (Stream<Path> deploy = Files.walk(ROOT.resolve("deploy"))) {
            return Stream.concat(Stream.of(PAGE), deploy.filter(Files::isRegularFile))
                    .toList();
        }
    }
}
