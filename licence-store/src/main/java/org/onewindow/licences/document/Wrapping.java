package org.onewindow.licences.document;

import java.util.ArrayList;
import java.util.List;

/** How wide a text is in the typefaces it is set in, and where it must go to the next line. */
record Wrapping(List<Typeface> faces) {

    /** Lines no wider than this, in millimetres; broken at a blank where there is one, else between characters. */
    List<String> lines(String text, double size, double width) {
        var lines = new ArrayList<String>();
        for (var part : text.split("\n", -1)) {
            var rest = part.strip();
            while (width(rest, size) > width) {
                int end = fitting(rest, size, width);
                lines.add(rest.substring(0, end).strip());
                rest = rest.substring(end).strip();
            }
            if (!rest.isEmpty()) {
                lines.add(rest);
            }
        }
        return lines;
    }

    /** In millimetres. */
    double width(String text, double size) {
        return size
                * text.codePoints()
                        .mapToDouble(point -> Typeface.width(faces, point))
                        .sum();
    }

    /** At least one character, however narrow the line is. */
    private int fitting(String text, double size, double width) {
        int end = text.offsetByCodePoints(0, 1);
        while (end < text.length() && width(text.substring(0, text.offsetByCodePoints(end, 1)), size) <= width) {
            end = text.offsetByCodePoints(end, 1);
        }
        int blank = text.lastIndexOf(' ', end);
        return blank > 0 && Character.isLetterOrDigit(text.charAt(end - 1)) && text.charAt(end - 1) < 0x7F
                ? blank
                : end;
    }
}
