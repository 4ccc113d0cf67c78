package org.onewindow.licences.document;

import java.util.ArrayList;
import java.util.List;

/** A sheet as lines of text in their places: the same for the document and its preview. */
final class SheetLines {

    private SheetLines() {}

    /** One text; x and y in millimetres from the top left corner to its own, the size in millimetres. */
    record Line(String text, double x, double y, double size, boolean faint) {}

    static List<Line> of(Sheet sheet) {
        var lines = new ArrayList<Line>();
        lines.add(new Line(sheet.title(), Geometry.LEFT, Geometry.TITLE_TOP, Geometry.TITLE_SIZE, false));
        double y = Geometry.ROWS_TOP;
        for (var row : sheet.rows()) {
            lines.add(new Line(row.label(), Geometry.LEFT, y, Geometry.SIZE, false));
            if (!row.value().isEmpty()) {
                lines.add(new Line(row.value(), Geometry.VALUE_LEFT, y, Geometry.SIZE, false));
            }
            y += Geometry.ROW_HEIGHT;
        }
        addNote(sheet, lines);
        lines.add(new Line(
                sheet.issuer(), Geometry.LEFT, Geometry.FOOT_TOP - Geometry.ROW_HEIGHT + 2, Geometry.SMALL, false));
        lines.add(new Line(sheet.identifier(), Geometry.LEFT, Geometry.FOOT_TOP, Geometry.SMALL, false));
        return lines;
    }

    /** Its last line where a note of one line stands, the others above. */
    private static void addNote(Sheet sheet, List<Line> lines) {
        var note = sheet.note();
        if (note != null) {
            var texts = note.lines().toList().reversed();
            for (int i = 0; i < texts.size(); i++) {
                double above = i * Geometry.ROW_HEIGHT;
                lines.add(new Line(texts.get(i), Geometry.LEFT, Geometry.NOTE_TOP - above, Geometry.SMALL, true));
            }
        }
    }
}
