package org.onewindow.licences.document;

import java.util.ArrayList;
import java.util.List;

/** A sheet as pages of lines in their places: the same for the document and its preview. */
final class SheetPages {

    private final Sheet sheet;
    private final Wrapping wrapping;
    private final List<List<Line>> pages = new ArrayList<>();
    private double y;

    private SheetPages(Sheet sheet, Wrapping wrapping) {
        this.sheet = sheet;
        this.wrapping = wrapping;
    }

    /** One text; x and y in millimetres from the top left corner to its own, the size in millimetres. */
    record Line(String text, double x, double y, double size, boolean faint) {}

    static List<List<Line>> of(Sheet sheet, Wrapping wrapping) {
        var made = new SheetPages(sheet, wrapping);
        made.turn();
        sheet.rows().forEach(made::add);
        made.number();
        return made.pages;
    }

    private void turn() {
        var page = new ArrayList<Line>();
        page.add(new Line(sheet.title(), Geometry.LEFT, Geometry.TITLE_TOP, Geometry.TITLE_SIZE, false));
        addFoot(page);
        pages.add(page);
        y = Geometry.ROWS_TOP;
    }

    /** What does not fit goes to the next page, in the middle of a row if it must. */
    private void add(Sheet.Row row) {
        var labels = wrapping.lines(row.label(), Geometry.SIZE, Geometry.LABEL_WIDTH);
        var values = wrapping.lines(row.value(), Geometry.SIZE, Geometry.VALUE_WIDTH);
        int height = Math.max(labels.size(), values.size());
        if (y + height * Geometry.LINE_HEIGHT > Geometry.ROWS_END && y > Geometry.ROWS_TOP) {
            turn();
        }
        for (int i = 0; i < height; i++) {
            if (y + Geometry.LINE_HEIGHT > Geometry.ROWS_END) {
                turn();
            }
            put(labels, i, Geometry.LEFT);
            put(values, i, Geometry.VALUE_LEFT);
            y += Geometry.LINE_HEIGHT;
        }
        y += Geometry.ROW_GAP;
    }

    private void put(List<String> texts, int index, double x) {
        if (index < texts.size()) {
            pages.getLast().add(new Line(texts.get(index), x, y, Geometry.SIZE, false));
        }
    }

    /** Its last line where a note of one line stands, the others above. */
    private void addFoot(List<Line> page) {
        var note = sheet.marks().note();
        var texts = note == null ? List.<String>of() : wrapping.lines(note, Geometry.SMALL, Geometry.FOOT_WIDTH);
        for (int i = 0; i < texts.size(); i++) {
            double above = (texts.size() - 1 - i) * Geometry.LINE_HEIGHT;
            page.add(new Line(texts.get(i), Geometry.LEFT, Geometry.NOTE_TOP - above, Geometry.SMALL, false));
        }
        page.add(new Line(
                sheet.issuer(), Geometry.LEFT, Geometry.FOOT_TOP - Geometry.LINE_HEIGHT, Geometry.SMALL, false));
        page.add(new Line(sheet.identifier(), Geometry.LEFT, Geometry.FOOT_TOP, Geometry.SMALL, false));
    }

    private void number() {
        for (int i = 0; pages.size() > 1 && i < pages.size(); i++) {
            var number = (i + 1) + "/" + pages.size();
            pages.get(i).add(new Line(number, Geometry.PAGE_LEFT, Geometry.FOOT_TOP, Geometry.SMALL, false));
        }
    }
}
