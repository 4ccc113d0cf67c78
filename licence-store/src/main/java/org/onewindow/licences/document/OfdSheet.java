package org.onewindow.licences.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ofdrw.font.Font;
import org.ofdrw.layout.OFDDoc;
import org.ofdrw.layout.PageLayout;
import org.ofdrw.layout.VirtualPage;
import org.ofdrw.layout.element.Paragraph;
import org.ofdrw.layout.element.Position;
import org.ofdrw.layout.element.Span;

/** Sets a sheet as an OFD document of one page, its fonts inside; not sealed yet. */
final class OfdSheet {

    private final Typefaces typefaces;

    OfdSheet(Typefaces typefaces) {
        this.typefaces = typefaces;
    }

    /**
     * The document.
     *
     * @throws MissingGlyphs where a character of it could not be shown
     */
    byte[] write(Sheet sheet) throws IOException {
        var faces = typefaces.of(sheet.text());
        var fonts = Files.createTempDirectory("sheet");
        try {
            return write(sheet, faces, fontsIn(fonts, faces));
        } finally {
            for (var face : faces) {
                Files.deleteIfExists(file(fonts, face));
            }
            Files.delete(fonts);
        }
    }

    private static Path file(Path folder, Typeface face) {
        return folder.resolve(face.name() + ".ttf");
    }

    private static Map<Typeface, Font> fontsIn(Path folder, List<Typeface> faces) throws IOException {
        var fonts = new HashMap<Typeface, Font>();
        for (var face : faces) {
            var file = Files.write(file(folder, face), face.file());
            fonts.put(face, new Font(face.name(), face.name(), file, face.asciiWidths()));
        }
        return fonts;
    }

    private static byte[] write(Sheet sheet, List<Typeface> faces, Map<Typeface, Font> fonts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new OFDDoc(bytes)) {
            document.setDefaultPageLayout(new PageLayout(Geometry.WIDTH, Geometry.HEIGHT));
            var page = new VirtualPage(Geometry.WIDTH, Geometry.HEIGHT);
            SheetLines.of(sheet).forEach(line -> page.add(paragraph(line, faces, fonts)));
            document.addVPage(page);
        }
        return bytes.toByteArray();
    }

    private static Paragraph paragraph(SheetLines.Line line, List<Typeface> faces, Map<Typeface, Font> fonts) {
        var paragraph = new Paragraph(line.x(), line.y(), Geometry.WIDTH - line.x() - 5, line.size() * 3);
        paragraph.setPosition(Position.Absolute);
        for (var run : Runs.of(line.text(), faces)) {
            var span = new Span(fonts.get(run.face()), line.size(), run.text());
            if (line.faint()) {
                span.setColor(150, 150, 150);
            }
            paragraph.add(span);
        }
        return paragraph;
    }
}
