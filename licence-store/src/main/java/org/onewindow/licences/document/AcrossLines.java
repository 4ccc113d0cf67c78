package org.onewindow.licences.document;

import java.util.List;
import java.util.stream.IntStream;

/** What stands across a page, as centred lines about its middle before they are turned. */
final class AcrossLines {

    private AcrossLines() {}

    /** One line; x and y in millimetres from the page's middle to the beginning of its base line, y downwards. */
    record Line(String text, double x, double y) {}

    static List<Line> of(String text, Wrapping wrapping) {
        var lines = wrapping.lines(text, Geometry.ACROSS_SIZE, Geometry.ACROSS_WIDTH);
        double first = -(lines.size() - 1) * Geometry.ACROSS_HEIGHT / 2;
        return IntStream.range(0, lines.size())
                .mapToObj(i -> new Line(
                        lines.get(i),
                        -wrapping.width(lines.get(i), Geometry.ACROSS_SIZE) / 2,
                        first + i * Geometry.ACROSS_HEIGHT))
                .toList();
    }
}
