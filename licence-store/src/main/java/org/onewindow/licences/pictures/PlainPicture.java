package org.onewindow.licences.pictures;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Takes out of a picture what its camera wrote into it: where, when and with what it was taken, thumbnails, comments, and whatever hangs on
 * behind its end. No pixel is encoded again; which way is up stays.
 */
public final class PlainPicture {

    private PlainPicture() {}

    /** Whether pictures of this content type are of a kind that such things are taken out of. */
    public static boolean concerns(String contentType) {
        return contentType.equals("image/jpeg") || contentType.equals("image/png");
    }

    /**
     * Copies a picture without them.
     *
     * @param contentType one that this {@link #concerns}
     * @return whether it is built as pictures of its kind are, to its end
     */
    public static boolean copy(String contentType, Path from, Path to) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(from)));
                var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(to)))) {
            if (contentType.equals("image/jpeg")) {
                new JpegSegments(in, out).copy();
            } else {
                new PngChunks(in, out).copy();
            }
            return true;
        } catch (EOFException | MalformedPicture cutOrBroken) {
            return false;
        }
    }
}
