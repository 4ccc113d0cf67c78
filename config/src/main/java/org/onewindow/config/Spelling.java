package org.onewindow.config;

import java.util.Collection;
import java.util.Optional;
import org.onewindow.canonical.Localised;

/** Guesses what a mistyped word was meant to be. */
public final class Spelling {

    private static final Localised NONE = new Localised("", "");

    private Spelling() {}

    /** {@code ; did you mean "timeout"?}, or nothing where no word is near. */
    public static Localised hint(String word, Collection<String> known) {
        return nearest(word, known)
                .map(near -> new Localised("；是否想写“" + near + "”？", "; did you mean \"" + near + "\"?"))
                .orElse(NONE);
    }

    /** The known word that is at most a third of its letters away. */
    static Optional<String> nearest(String word, Collection<String> known) {
        Optional<String> best = Optional.empty();
        int bestDistance = Integer.MAX_VALUE;
        for (var candidate : known) {
            int distance = distance(word, candidate);
            if (distance < bestDistance && distance <= Math.max(1, candidate.length() / 3)) {
                best = Optional.of(candidate);
                bestDistance = distance;
            }
        }
        return best;
    }

    /** Letters to insert, drop or change (Levenshtein), where two swapped neighbours count once. */
    private static int distance(String a, String b) {
        if (a.length() > 100) {
            return Integer.MAX_VALUE;
        }
        int[][] rows = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                rows[i][j] = i == 0 || j == 0 ? i + j : step(a, b, i, j, rows);
            }
        }
        return rows[a.length()][b.length()];
    }

    private static int step(String a, String b, int i, int j, int[][] rows) {
        int change = rows[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(change, 1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, rows[i - 2][j - 2] + 1) : best;
    }
}
