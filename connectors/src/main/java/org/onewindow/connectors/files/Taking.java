package org.onewindow.connectors.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.onewindow.connectors.http.Sha256;

/**
 * Takes a file of the folder of answers for this node alone, by renaming it: a new one of the same name is another file. What a node took
 * and did not finish is taken again a minute later by whoever looks.
 */
final class Taking {

    static final Duration ABANDONED = Duration.ofMinutes(1);

    private static final Pattern TAKEN = Pattern.compile("([0-9]{13})-[0-9a-f]{8}-(.+)");
    private static final int LETTERS = 8;

    private final Path own;
    private final Clock clock;

    Taking(Path own, Clock clock) {
        this.own = own;
        this.clock = clock;
    }

    /**
     * A file that is this node's for now.
     *
     * @param name as the department called it, or another where that could be somebody's name
     */
    record Taken(Path file, String name) {}

    /** Empty: another node was faster. */
    Optional<Taken> take(Path file, String name) throws IOException {
        var harmless = AnswerName.isHarmless(name)
                ? name
                : "unnamed-" + Sha256.hex(name.getBytes(UTF_8)).substring(0, LETTERS);
        var random = UUID.randomUUID().toString().substring(0, LETTERS);
        var taken = "%013d-%s-%s".formatted(clock.millis(), random, harmless);
        try {
            Folder.move(file, own, taken);
            return Optional.of(new Taken(own.resolve(taken), harmless));
        } catch (NoSuchFileException faster) {
            return Optional.empty();
        }
    }

    /** What was taken long ago and never finished. */
    List<Taken> abandoned() throws IOException {
        var abandoned = new ArrayList<Taken>();
        try (var files = Files.newDirectoryStream(own)) {
            for (var file : files) {
                var taken = TAKEN.matcher(String.valueOf(file.getFileName()));
                if (taken.matches() && Long.parseLong(taken.group(1)) + ABANDONED.toMillis() <= clock.millis()) {
                    take(file, taken.group(2)).ifPresent(abandoned::add);
                }
            }
        }
        return abandoned;
    }
}
