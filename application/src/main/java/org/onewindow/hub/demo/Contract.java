package org.onewindow.hub.demo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A sale contract as a small real PDF, to be handed in. */
final class Contract {

    private Contract() {}

    static byte[] pdf(List<String> lines) {
        var page = new StringBuilder("BT /F1 12 Tf 72 760 Td 18 TL\n");
        lines.forEach(line ->
                page.append('(').append(line.replaceAll("[^ -~]|[()\\\\]", "?")).append(") Tj T*\n"));
        page.append("ET");
        var objects = List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
                "<</Length %d>>stream\n%s\nendstream".formatted(page.length(), page),
                "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new ArrayList<Integer>();
        for (int i = 0; i < objects.size(); i++) {
            offsets.add(file.length());
            file.append("%d 0 obj%s endobj\n".formatted(i + 1, objects.get(i)));
        }
        int table = file.length();
        file.append("xref\n0 6\n0000000000 65535 f \n");
        offsets.forEach(offset -> file.append("%010d 00000 n \n".formatted(offset)));
        file.append("trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n".formatted(table));
        return file.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
