package org.onewindow.licences.pictures;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;

/** A PNG with the chunks that its pixels and colours need, and no others. */
final class PngChunks {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final Set<String> NEEDED = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "bKGD", "pHYs");
    private static final int LONGEST = 21 << 20;
    private static final int EXIF_MAX = 64 << 10;

    private final DataInputStream in;
    private final DataOutputStream out;

    PngChunks(DataInputStream in, DataOutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** To its end; what comes behind that is left out. */
    void copy() throws IOException {
        if (!Arrays.equals(in.readNBytes(SIGNATURE.length), SIGNATURE)) {
            throw new MalformedPicture("no PNG");
        }
        out.write(SIGNATURE);
        for (var name = ""; !name.equals("IEND"); ) {
            int length = in.readInt();
            if (length < 0 || length > LONGEST) {
                throw new MalformedPicture("a chunk of the PNG is longer than the file may be");
            }
            name = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
            chunk(name, length);
        }
    }

    private void chunk(String name, int length) throws IOException {
        if (NEEDED.contains(name)) {
            out.writeInt(length);
            out.write(name.getBytes(StandardCharsets.ISO_8859_1));
            pass(length + 4);
        } else if (name.equals("eXIf") && length <= EXIF_MAX) {
            var way = Orientation.in(in.readNBytes(length));
            in.skipNBytes(4);
            if (way.isPresent()) {
                write(name, Orientation.tiff(way.getAsInt()));
            }
        } else {
            in.skipNBytes(length + 4L);
        }
    }

    /** With its own check sum: wrong ones are for readers to find. */
    private void pass(int length) throws IOException {
        var buffer = new byte[8192];
        for (int left = length; left > 0; ) {
            int n = Math.min(left, buffer.length);
            in.readFully(buffer, 0, n);
            out.write(buffer, 0, n);
            left -= n;
        }
    }

    private void write(String name, byte[] body) throws IOException {
        var type = name.getBytes(StandardCharsets.ISO_8859_1);
        var sum = new CRC32();
        sum.update(type);
        sum.update(body);
        out.writeInt(body.length);
        out.write(type);
        out.write(body);
        out.writeInt((int) sum.getValue());
    }
}
