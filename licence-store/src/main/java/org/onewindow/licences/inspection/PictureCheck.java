package org.onewindow.licences.inspection;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;

/** How large a picture would be, by its own header; no pixel is read. */
final class PictureCheck {

    /** A page of A3 at 600 dots an inch is 70 million. */
    private static final long MOST_PIXELS = 100_000_000;

    private PictureCheck() {}

    static Optional<Finding.Refused> objection(Path file) throws IOException {
        try (var in = ImageIO.createImageInputStream(file.toFile())) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return unreadable();
            }
            var reader = readers.next();
            try {
                reader.setInput(in, true, true);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                return pixels <= MOST_PIXELS
                        ? Optional.empty()
                        : Optional.of(new Finding.Refused(
                                Refusal.TOO_MANY_PIXELS, "more than " + MOST_PIXELS / 1_000_000 + " million pixels"));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            return unreadable();
        }
    }

    private static Optional<Finding.Refused> unreadable() {
        return Optional.of(new Finding.Refused(Refusal.UNREADABLE, "the picture cannot be read"));
    }
}
