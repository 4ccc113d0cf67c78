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
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/** The same sheet as PDF, for people to look at; made from the licence's data, not by converting the document. */
final class PdfPreview {

    private static final float POINTS_A_MILLIMETRE = 72f / 25.4f;
    private static final float GREY = 0.6f;
    private static final float FAINT = 0.8f;
    private static final double VIEW_TOP = 5;
    private static final String ONLY_A_VIEW = "预览 PREVIEW";

    private final Typefaces typefaces;

    PdfPreview(Typefaces typefaces) {
        this.typefaces = typefaces;
    }

    byte[] write(Sheet sheet) throws IOException {
        var faces = typefaces.of(sheet.text() + ONLY_A_VIEW + Typefaces.PAGE_NUMBERS);
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var fonts = new HashMap<Typeface, PDFont>();
            for (var face : faces) {
                fonts.put(face, PDType0Font.load(document, new ByteArrayInputStream(face.file()), false));
            }
            var pen = new Pen(faces, fonts);
            var code = sheet.marks().code();
            var picture = code == null ? null : LosslessFactory.createFromImage(document, QrPicture.of(code));
            for (var lines : SheetPages.of(sheet, new Wrapping(faces))) {
                var page = new PDPage(new PDRectangle(points(Geometry.WIDTH), points(Geometry.HEIGHT)));
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    write(content, pen, sheet.marks().across(), lines);
                    if (picture != null) {
                        draw(content, picture);
                    }
                }
            }
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    /** What texts are set with. */
    private record Pen(List<Typeface> faces, Map<Typeface, PDFont> fonts) {

        void set(PDPageContentStream content, String text, double size) throws IOException {
            for (var run : Runs.of(text, faces)) {
                content.setFont(fonts.get(run.face()), points(size));
                content.showText(run.text());
            }
        }
    }

    private static void write(
            PDPageContentStream content, Pen pen, @Nullable String across, List<SheetPages.Line> lines)
            throws IOException {
        if (across != null) {
            writeAcross(content, pen, across);
        }
        write(content, pen, new SheetPages.Line(ONLY_A_VIEW, Geometry.LEFT, VIEW_TOP, Geometry.SIZE, true));
        for (var line : lines) {
            write(content, pen, line);
        }
    }

    private static void write(PDPageContentStream content, Pen pen, SheetPages.Line line) throws IOException {
        content.beginText();
        content.setNonStrokingColor(line.faint() ? GREY : 0f);
        content.setTextMatrix(
                Matrix.getTranslateInstance(points(line.x()), points(Geometry.HEIGHT - line.y() - line.size())));
        pen.set(content, line.text(), line.size());
        content.endText();
    }

    private static void writeAcross(PDPageContentStream content, Pen pen, String across) throws IOException {
        for (var line : AcrossLines.of(across, new Wrapping(pen.faces()))) {
            content.beginText();
            content.setNonStrokingColor(FAINT);
            var place = Matrix.getTranslateInstance(points(Geometry.WIDTH / 2), points(Geometry.HEIGHT / 2));
            place.rotate(Math.toRadians(Geometry.ACROSS_DEGREES));
            place.translate(points(line.x()), points(-line.y()));
            content.setTextMatrix(place);
            pen.set(content, line.text(), Geometry.ACROSS_SIZE);
            content.endText();
        }
    }

    private static void draw(PDPageContentStream content, PDImageXObject code) throws IOException {
        content.drawImage(
                code,
                points(Geometry.CODE_LEFT),
                points(Geometry.HEIGHT - Geometry.CODE_TOP - Geometry.CODE_SIZE),
                points(Geometry.CODE_SIZE),
                points(Geometry.CODE_SIZE));
    }

    private static float points(double millimetres) {
        return (float) millimetres * POINTS_A_MILLIMETRE;
    }
}
