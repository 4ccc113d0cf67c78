package org.onewindow.connectors.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onewindow.connectors.FileReplyListener;
import org.onewindow.connectors.http.AnswerTooLarge;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the files that were taken: each is told and then done, or refused with a text beside it that says why. */
final class AnswerFiles {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerFiles.class);

    private final String department;
    private final Reader reader;

    /** What makes an answer of bytes; an {@link IOException} says that they are garbage. */
    @FunctionalInterface
    interface Reader {
        @Nullable
        Object read(byte[] body) throws IOException;
    }

    AnswerFiles(String department, Reader reader) {
        this.department = department;
        this.reader = reader;
    }

    /** Whatever is thrown leaves the file where it is, to be tried again. */
    void handle(Path in, Taking.Taken taken, FileReplyListener listener) throws IOException {
        var refusal = refusal(taken, listener);
        if (refusal == null) {
            var done = Folder.own(in, "done");
            Folder.move(taken.file(), done, free(done, taken.name()));
        } else {
            refuse(in, taken, refusal);
        }
    }

    private @Nullable Refusal refusal(Taking.Taken taken, FileReplyListener listener) throws IOException {
        var correlation = AnswerName.correlation(taken.name());
        if (correlation.isEmpty()) {
            return Refusal.NO_CORRELATION;
        }
        byte[] body;
        try {
            if (!attributes(taken.file()).isRegularFile()) {
                return Refusal.NO_FILE;
            }
            body = read(taken.file());
        } catch (AnswerTooLarge tooLarge) {
            return Refusal.TOO_LARGE;
        } catch (AccessDeniedException closed) {
            return Refusal.CLOSED;
        }
        if (!isReadable(body)) {
            return Refusal.GARBAGE;
        }
        return listener.replied(department, correlation.get(), taken.name(), body) ? null : Refusal.UNKNOWN;
    }

    static BasicFileAttributes attributes(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    private static byte[] read(Path file) throws IOException {
        var options = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        try (var bytes = Channels.newInputStream(Files.newByteChannel(file, options))) {
            var body = bytes.readNBytes(AnswerTooLarge.LARGEST + 1);
            if (body.length > AnswerTooLarge.LARGEST) {
                throw new AnswerTooLarge();
            }
            return body;
        }
    }

    private boolean isReadable(byte[] body) {
        try {
            reader.read(body);
            return true;
        } catch (IOException garbage) {
            return false;
        }
    }

    private void refuse(Path in, Taking.Taken taken, Refusal refusal) throws IOException {
        LOG.warn("{} put a file among its answers that is refused: {}", department, refusal);
        var refused = Folder.own(in, "refused");
        var name = free(refused, taken.name());
        Files.writeString(refused.resolve(name + ".why"), refusal.why() + "\n", UTF_8, StandardOpenOption.CREATE_NEW);
        Folder.move(taken.file(), refused, name);
    }

    /** Nothing that lies there is lost to a new file of its name. */
    private static String free(Path folder, String name) {
        return Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)
                        || Files.exists(folder.resolve(name + ".why"), LinkOption.NOFOLLOW_LINKS)
                ? name + "~" + UUID.randomUUID()
                : name;
    }
}
