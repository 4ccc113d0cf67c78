package org.onewindow.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The container image, as {@code pom.xml} describes it. */
class ImageTest {

    private static final Pattern IMAGE_FLAG = Pattern.compile("<jvmFlag>([^<]+)</jvmFlag>");
    private static final Pattern LAUNCHER_FLAGS = Pattern.compile("(?s)\\nflags=\"(.*?)\"");

    @Test
    void runsTheHubWithTheLaunchersFlags() throws IOException {
        var image = Files.readString(Path.of("pom.xml"));
        var launcher = LAUNCHER_FLAGS.matcher(Files.readString(Path.of("..", "hub")));
        assertThat(launcher.find()).isTrue();

        List<String> ofImage = IMAGE_FLAG
                .matcher(image)
                .results()
                .map((MatchResult flag) -> flag.group(1))
                .toList();

        assertThat(ofImage).contains(launcher.group(1).strip().split("\\s+")).contains("-XX:+ExitOnOutOfMemoryError");
    }

    @Test
    void runsAsNobodyInParticular() throws IOException {
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<user>10001:10001</user>");
    }
}
