package org.onewindow.licences.pictures;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalInt;

/** Which way is up (Exif tag 0x0112, 1 to 8): the only word of a picture's metadata that is kept. */
final class Orientation {

    private static final int TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY = 12;
    private static final int UPRIGHT = 1;
    private static final int WAYS = 8;

    private Orientation() {}

    /** What a TIFF structure says, where it can be read and is not the usual. */
    static OptionalInt in(byte[] tiff) {
        if (tiff.length < 8) {
            return OptionalInt.empty();
        }
        var data = ByteBuffer.wrap(tiff);
        data.order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = Integer.toUnsignedLong(data.getInt(4));
        if (directory + 2 > tiff.length) {
            return OptionalInt.empty();
        }
        int entries = Short.toUnsignedInt(data.getShort((int) directory));
        for (int i = 0; i < entries; i++) {
            long at = directory + 2 + (long) i * ENTRY;
            if (at + ENTRY > tiff.length) {
                return OptionalInt.empty();
            }
            if (Short.toUnsignedInt(data.getShort((int) at)) == TAG && data.getShort((int) at + 2) == SHORT) {
                int way = Short.toUnsignedInt(data.getShort((int) at + 8));
                return way > UPRIGHT && way <= WAYS ? OptionalInt.of(way) : OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }

    /** A TIFF structure that says this and nothing else. */
    static byte[] tiff(int way) {
        return ByteBuffer.allocate(26)
                .put((byte) 'M')
                .put((byte) 'M')
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) TAG)
                .putShort((short) SHORT)
                .putInt(1)
                .putShort((short) way)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }
}
