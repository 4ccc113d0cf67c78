package org.onewindow.licences.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;

/** The same sheet as PDF, for people to look at; made from the licence's data, not by converting the document. */
final class PdfPreview {

    private static final float POINTS_A_MILLIMETRE = 72f / 25.4f;
    private static final float GREY = 0.6f;
    private static final String ONLY_A_VIEW = "预览 PREVIEW";

    private final Typefaces typefaces;

    PdfPreview(Typefaces typefaces) {
        this.typefaces = typefaces;
    }

    byte[] write(Sheet sheet) throws IOException {
        var faces = typefaces.of(sheet.text() + ONLY_A_VIEW);
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var page = new PDPage(new PDRectangle(points(Geometry.WIDTH), points(Geometry.HEIGHT)));
            document.addPage(page);
            var fonts = new HashMap<Typeface, PDFont>();
            for (var face : faces) {
                fonts.put(face, PDType0Font.load(document, new ByteArrayInputStream(face.file()), false));
            }
            try (var content = new PDPageContentStream(document, page)) {
                write(content, new SheetLines.Line(ONLY_A_VIEW, 150, 8, Geometry.SIZE, true), faces, fonts);
                for (var line : SheetLines.of(sheet)) {
                    write(content, line, faces, fonts);
                }
            }
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    private static void write(
            PDPageContentStream content, SheetLines.Line line, List<Typeface> faces, Map<Typeface, PDFont> fonts)
            throws IOException {
        content.beginText();
        content.setNonStrokingColor(line.faint() ? GREY : 0f);
        content.setTextMatrix(
                Matrix.getTranslateInstance(points(line.x()), points(Geometry.HEIGHT - line.y() - line.size())));
        for (var run : Runs.of(line.text(), faces)) {
            content.setFont(fonts.get(run.face()), points(line.size()));
            content.showText(run.text());
        }
        content.endText();
    }

    private static float points(double millimetres) {
        return (float) millimetres * POINTS_A_MILLIMETRE;
    }
}
