package org.onewindow.licences.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ofdrw.font.Font;
import org.ofdrw.layout.VirtualPage;
import org.ofdrw.layout.element.Div;
import org.ofdrw.layout.element.Img;
import org.ofdrw.layout.element.Paragraph;
import org.ofdrw.layout.element.Position;
import org.ofdrw.layout.element.Span;
import org.ofdrw.layout.element.canvas.Canvas;
import org.ofdrw.layout.element.canvas.DrawContext;
import org.ofdrw.layout.element.canvas.FontSetting;

/** Sets the pages of one OFD document: their lines, the code, and what stands across. */
final class OfdPage {

    private static final int GREY = 150;
    private static final int FAINT = 205;

    private final Marks marks;
    private final List<Typeface> faces;
    private final Wrapping wrapping;
    private final Map<Typeface, Font> fonts = new HashMap<>();
    private final @Nullable Path code;

    /**
     * The pages of a document.
     *
     * @param folder where fonts and pictures lie until the document is written
     */
    OfdPage(Marks marks, List<Typeface> faces, Path folder) throws IOException {
        this.marks = marks;
        this.faces = faces;
        this.wrapping = new Wrapping(faces);
        for (var face : faces) {
            var file = Files.write(folder.resolve(face.name() + ".ttf"), face.file());
            fonts.put(face, new Font(face.name(), face.name(), file, face.asciiWidths()));
        }
        var content = marks.code();
        this.code = content == null ? null : Files.write(folder.resolve("code.png"), QrPicture.png(content));
    }

    VirtualPage of(List<SheetPages.Line> lines) throws IOException {
        var page = new VirtualPage(Geometry.WIDTH, Geometry.HEIGHT);
        var across = marks.across();
        if (across != null) {
            page.add(placed(new Canvas(Geometry.WIDTH, Geometry.HEIGHT, context -> drawAcross(context, across)), 0, 0));
        }
        lines.forEach(line -> page.add(paragraph(line)));
        if (code != null) {
            page.add(placed(
                    new Img(Geometry.CODE_SIZE, Geometry.CODE_SIZE, code), Geometry.CODE_LEFT, Geometry.CODE_TOP));
        }
        return page;
    }

    private static <D extends Div<?>> D placed(D element, double x, double y) {
        element.setPosition(Position.Absolute);
        element.setX(x);
        element.setY(y);
        return element;
    }

    private Paragraph paragraph(SheetPages.Line line) {
        var paragraph = new Paragraph(line.x(), line.y(), Geometry.WIDTH - line.x() - 5, line.size() * 3);
        paragraph.setPosition(Position.Absolute);
        for (var run : Runs.of(line.text(), faces)) {
            var span = new Span(fonts.get(run.face()), line.size(), run.text());
            if (line.faint()) {
                span.setColor(GREY, GREY, GREY);
            }
            paragraph.add(span);
        }
        return paragraph;
    }

    private void drawAcross(DrawContext context, String text) throws IOException {
        context.translate(Geometry.WIDTH / 2, Geometry.HEIGHT / 2);
        context.rotate(-Geometry.ACROSS_DEGREES);
        context.setFillColor(FAINT, FAINT, FAINT);
        for (var line : AcrossLines.of(text, wrapping)) {
            double x = line.x();
            for (var run : Runs.of(line.text(), faces)) {
                context.setFont(new FontSetting(Geometry.ACROSS_SIZE, fonts.get(run.face())));
                context.fillText(run.text(), x, line.y());
                x += wrapping.width(run.text(), Geometry.ACROSS_SIZE);
            }
        }
    }
}
