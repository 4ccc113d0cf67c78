package org.onewindow.hub.command.department;

import java.util.ArrayList;
import java.util.List;

/** How one text becomes another, line by line: {@code -} goes, {@code +} comes, each with its line number. */
final class LineDifference {

    /** Lines that are compared with each other; texts that differ in more are told as a whole. */
    private static final int COMPARED_MAX = 3_000;

    private final List<String> before;
    private final List<String> after;

    private LineDifference(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
    }

    static List<String> of(String before, String after) {
        return new LineDifference(before.lines().toList(), after.lines().toList()).lines();
    }

    private List<String> lines() {
        int head = 0;
        while (head < before.size() && head < after.size() && before.get(head).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < before.size() - head
                && tail < after.size() - head
                && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        return between(head, before.size() - tail, after.size() - tail);
    }

    private List<String> between(int head, int beforeEnd, int afterEnd) {
        var told = new ArrayList<String>();
        boolean compared = beforeEnd - head <= COMPARED_MAX && afterEnd - head <= COMPARED_MAX;
        var common =
                compared ? common(head, beforeEnd, afterEnd) : new short[beforeEnd - head + 1][afterEnd - head + 1];
        int mine = head;
        int theirs = head;
        while (mine < beforeEnd || theirs < afterEnd) {
            if (compared
                    && mine < beforeEnd
                    && theirs < afterEnd
                    && before.get(mine).equals(after.get(theirs))) {
                mine++;
                theirs++;
            } else if (theirs == afterEnd
                    || (mine < beforeEnd
                            && common[mine + 1 - head][theirs - head] >= common[mine - head][theirs + 1 - head])) {
                told.add("- %4d  %s".formatted(mine + 1, before.get(mine)));
                mine++;
            } else {
                told.add("+ %4d  %s".formatted(theirs + 1, after.get(theirs)));
                theirs++;
            }
        }
        return told;
    }

    /** How many lines the rests have in common, by where they begin. */
    private short[][] common(int head, int beforeEnd, int afterEnd) {
        var common = new short[beforeEnd - head + 1][afterEnd - head + 1];
        for (int mine = beforeEnd - 1; mine >= head; mine--) {
            for (int theirs = afterEnd - 1; theirs >= head; theirs--) {
                int row = mine - head;
                int column = theirs - head;
                common[row][column] = before.get(mine).equals(after.get(theirs))
                        ? (short) (common[row + 1][column + 1] + 1)
                        : (short) Math.max(common[row + 1][column], common[row][column + 1]);
            }
        }
        return common;
    }
}
