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
        if (sheet.note() != null) {
            lines.add(new Line(sheet.note(), Geometry.LEFT, Geometry.NOTE_TOP, Geometry.SMALL, true));
        }
        lines.add(new Line(
                sheet.issuer(), Geometry.LEFT, Geometry.FOOT_TOP - Geometry.ROW_HEIGHT + 2, Geometry.SMALL, false));
        lines.add(new Line(sheet.identifier(), Geometry.LEFT, Geometry.FOOT_TOP, Geometry.SMALL, false));
        return lines;
    }
}
