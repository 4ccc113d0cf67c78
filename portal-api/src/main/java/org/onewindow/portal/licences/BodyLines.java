package org.onewindow.portal.licences;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;

/** The lines of a body, by their numbers from 1; those that are blank are left out. */
final class BodyLines {

    private BodyLines() {}

    /** One of them, without its line feed. */
    @SuppressWarnings("ArrayRecordComponent") // read once
    record Line(int number, byte[] bytes) {}

    /** More of them than so many are refused, before one more is built: a body of 8 MB may have four million lines. */
    static List<Line> of(byte[] body, int max) {
        var lines = new ArrayList<Line>();
        int number = 0;
        for (int from = 0; from < body.length; ) {
            int end = from;
            while (end < body.length && body[end] != '\n') {
                end++;
            }
            number++;
            if (!isBlank(body, from, end)) {
                if (lines.size() == max) {
                    throw new Refusal(ProblemCode.TOO_LARGE);
                }
                lines.add(new Line(number, Arrays.copyOfRange(body, from, end)));
            }
            from = end + 1;
        }
        return lines;
    }

    private static boolean isBlank(byte[] body, int from, int end) {
        for (int at = from; at < end; at++) {
            if (body[at] != ' ' && (body[at] < '\t' || body[at] > '\r')) {
                return false;
            }
        }
        return true;
    }
}
