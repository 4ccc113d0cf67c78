package org.onewindow.licences.document;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text where the typeface changes. */
final class Runs {

    private Runs() {}

    /** Neighbours that one typeface shows. */
    record Run(Typeface face, String text) {}

    static List<Run> of(String text, List<Typeface> faces) {
        var runs = new ArrayList<Run>();
        var current = new StringBuilder();
        Typeface face = faces.getFirst();
        for (int point : text.codePoints().toArray()) {
            var shows =
                    faces.stream().filter(one -> one.shows(point)).findFirst().orElseThrow();
            if (!shows.equals(face) && !current.isEmpty()) {
                runs.add(new Run(face, current.toString()));
                current.setLength(0);
            }
            face = shows;
            current.appendCodePoint(point);
        }
        if (!current.isEmpty()) {
            runs.add(new Run(face, current.toString()));
        }
        return runs;
    }
}
