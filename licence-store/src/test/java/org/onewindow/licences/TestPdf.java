package org.onewindow.licences;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Real PDFs of one empty page: small ones, and ones of any size. */
public final class TestPdf {

    private static final List<String> OBJECTS = List.of(
            "1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n",
            "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n",
            "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>\nendobj\n");

    private TestPdf() {}

    /** One that differs from others by this text. */
    public static byte[] saying(String text) {
        var head = "%PDF-1.4\n%" + text + "\n";
        return (head + tail(head.length())).getBytes(US_ASCII);
    }

    /** As many bytes as wanted, most of them blanks. */
    static InputStream ofSize(long size) {
        var head = "%PDF-1.4\n";
        long blanks = size - head.length() - tail(0).length();
        return new SequenceInputStream(
                Collections.enumeration(List.of(bytes(head), new Blanks(blanks), bytes(tail(head.length() + blanks)))));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(US_ASCII));
    }

    private static String tail(long at) {
        var text = new StringBuilder();
        var table = new StringBuilder("xref\n0 4\n0000000000 65535 f \n");
        for (var object : OBJECTS) {
            table.append("%010d 00000 n \n".formatted((at + text.length()) % 10_000_000_000L));
            text.append(object);
        }
        long start = (at + text.length()) % 10_000_000_000L;
        return text.append(table)
                .append("trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n%010d\n%%%%EOF\n".formatted(start))
                .toString();
    }

    /** So many blanks. */
    private static final class Blanks extends InputStream {

        private long left;

        Blanks(long count) {
            this.left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? ' ' : -1;
        }

        @Override
        public int read(byte[] buffer, int from, int length) {
            int n = (int) Math.min(left, length);
            Arrays.fill(buffer, from, from + n, (byte) ' ');
            left -= n;
            return n > 0 || length == 0 ? n : -1;
        }
    }
}
