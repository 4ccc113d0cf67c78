package org.onewindow.licences.pictures;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A JPEG without its application segments and comments, but for those that say how its colours are meant. */
final class JpegSegments {

    private static final int MARKER = 0xff;
    private static final int START = 0xd8;
    private static final int END = 0xd9;
    private static final int SCAN = 0xda;
    private static final int JFIF = 0xe0;
    private static final int EXIF = 0xe1;
    private static final int PROFILE = 0xe2;
    private static final int ADOBE = 0xee;
    private static final int LAST_APPLICATION = 0xef;
    private static final int COMMENT = 0xfe;

    private static final byte[] EXIF_HEAD = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PROFILE_HEAD = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);

    private final DataInputStream in;
    private final DataOutputStream out;
    private boolean turned;

    JpegSegments(DataInputStream in, DataOutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** To its end; what comes behind that is left out. */
    void copy() throws IOException {
        if (in.readUnsignedByte() != MARKER || in.readUnsignedByte() != START) {
            throw new MalformedPicture("no JPEG");
        }
        marker(START);
        for (int code = next(); code != END; ) {
            var body = new byte[Math.max(0, in.readUnsignedShort() - 2)];
            in.readFully(body);
            segment(code, body);
            code = code == SCAN ? scan() : next();
        }
        marker(END);
    }

    private void segment(int code, byte[] body) throws IOException {
        if (code == EXIF && begins(body, EXIF_HEAD)) {
            var way = Orientation.in(Arrays.copyOfRange(body, EXIF_HEAD.length, body.length));
            if (way.isPresent() && !turned) {
                turned = true;
                var tiff = Orientation.tiff(way.getAsInt());
                var only = Arrays.copyOf(EXIF_HEAD, EXIF_HEAD.length + tiff.length);
                System.arraycopy(tiff, 0, only, EXIF_HEAD.length, tiff.length);
                write(EXIF, only);
            }
        } else if (isNeeded(code, body)) {
            write(code, body);
        }
    }

    private static boolean isNeeded(int code, byte[] body) {
        return switch (code) {
            case JFIF -> begins(body, "JFIF\0".getBytes(StandardCharsets.US_ASCII));
            case PROFILE -> begins(body, PROFILE_HEAD);
            case ADOBE -> true;
            case COMMENT -> false;
            default -> code < JFIF || code > LAST_APPLICATION;
        };
    }

    /** The coded pixels up to the marker behind them, which is the result. */
    private int scan() throws IOException {
        while (true) {
            int one = in.readUnsignedByte();
            if (one != MARKER) {
                out.write(one);
                continue;
            }
            int code = in.readUnsignedByte();
            while (code == MARKER) {
                code = in.readUnsignedByte();
            }
            // a stuffed byte, or a place to start again
            if (code == 0 || (code >= 0xd0 && code <= 0xd7)) {
                marker(code);
            } else {
                return code;
            }
        }
    }

    private int next() throws IOException {
        if (in.readUnsignedByte() != MARKER) {
            throw new MalformedPicture("a segment of the JPEG does not begin where the last one ends");
        }
        int code = in.readUnsignedByte();
        while (code == MARKER) {
            code = in.readUnsignedByte();
        }
        return code;
    }

    private void write(int code, byte[] body) throws IOException {
        marker(code);
        out.writeShort(body.length + 2);
        out.write(body);
    }

    private void marker(int code) throws IOException {
        out.write(MARKER);
        out.write(code);
    }

    private static boolean begins(byte[] body, byte[] head) {
        return body.length >= head.length && Arrays.equals(body, 0, head.length, head, 0, head.length);
    }
}
