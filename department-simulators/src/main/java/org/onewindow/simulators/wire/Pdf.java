package org.onewindow.simulators.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A document of one page with a few lines, as departments hand them out. */
public final class Pdf {

    private Pdf() {}

    /** In base64. Only ASCII is drawn: a small page needs no embedded font. */
    public static String base64(List<String> lines) {
        var text = new StringBuilder("BT /F1 12 Tf 72 760 Td 18 TL\n");
        lines.forEach(line -> text.append('(').append(ascii(line)).append(") Tj T*\n"));
        text.append("ET");
        return Base64.getEncoder().encodeToString(assemble(text.toString()).getBytes(StandardCharsets.US_ASCII));
    }

    private static String assemble(String content) {
        var objects = List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
                "<</Length %d>>stream\n%s\nendstream".formatted(content.length(), content),
                "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
        var out = new StringBuilder("%PDF-1.4\n");
        var offsets = new ArrayList<Integer>();
        for (int i = 0; i < objects.size(); i++) {
            offsets.add(out.length());
            out.append("%d 0 obj%s endobj\n".formatted(i + 1, objects.get(i)));
        }
        int start = out.length();
        out.append("xref\n0 6\n0000000000 65535 f \n");
        offsets.forEach(offset -> out.append("%010d 00000 n \n".formatted(offset)));
        return out.append("trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n".formatted(start))
                .toString();
    }

    private static String ascii(String line) {
        return line.replaceAll("[^ -~]", "?").replaceAll("([()\\\\])", "\\\\$1");
    }
}
