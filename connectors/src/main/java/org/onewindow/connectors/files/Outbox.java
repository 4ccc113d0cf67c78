package org.onewindow.connectors.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.apache.camel.Body;
import org.onewindow.connectors.line.Departure;

/** Puts each message as one whole file into the department's folder; one that is there, or was fetched into {@code done}, is not put again. */
public final class Outbox {

    private final Folder folder;

    Outbox(Folder folder) {
        this.folder = folder;
    }

    /** Nothing can be seen of it: surely the department has nothing. */
    static final class NotPut extends IOException {

        private static final long serialVersionUID = 1L;

        NotPut(IOException why) {
            super("the folder of messages cannot be written", why);
        }
    }

    public void put(@Body FileMessage message) throws IOException {
        Path out;
        Path hidden;
        try {
            out = folder.open();
            if (isThere(out.resolve(message.name()))
                    || isThere(out.resolve("done").resolve(message.name()))) {
                return;
            }
            hidden = out.resolve("." + UUID.randomUUID() + ".tmp");
        } catch (IOException missing) {
            throw new NotPut(missing);
        }
        try {
            write(hidden, message.body());
            Departure.check();
            Folder.move(hidden, out, message.name());
        } finally {
            Files.deleteIfExists(hidden);
        }
    }

    private static void write(Path file, byte[] body) throws NotPut {
        try (var open = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var left = ByteBuffer.wrap(body);
            while (left.hasRemaining()) {
                open.write(left);
            }
            open.force(true);
        } catch (IOException full) {
            throw new NotPut(full);
        }
    }

    private static boolean isThere(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }
}
