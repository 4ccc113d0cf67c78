package org.onewindow.connectors.draft;

import java.util.Optional;

/** Writes a text that a regular expression takes: its first alternatives, the fewest repetitions. */
final class PatternSample {

    private static final String CANDIDATES = "1A0a9Zz-_. /@:+鲁李";
    private static final int LONGEST = 200;

    private final String pattern;
    private int at;

    private PatternSample(String pattern) {
        this.pattern = pattern;
    }

    /** A text; empty: this expression is beyond what can be made here. */
    static Optional<String> of(String pattern) {
        try {
            var sample = new PatternSample(pattern.replaceAll("^\\^|\\$$", "")).alternatives();
            return XsdPattern.matches(pattern, sample) ? Optional.of(sample) : Optional.empty();
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException | StackOverflowError beyond) {
            return Optional.empty();
        }
    }

    private String alternatives() {
        var first = sequence();
        while (at < pattern.length() && pattern.charAt(at) == '|') {
            at++;
            sequence();
        }
        return first;
    }

    private String sequence() {
        var text = new StringBuilder();
        while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            var atom = atom();
            text.append(atom.repeat(repetitions()));
            if (text.length() > LONGEST) {
                throw new IllegalArgumentException("too long");
            }
        }
        return text.toString();
    }

    private String atom() {
        char c = pattern.charAt(at);
        if (c == '(') {
            at++;
            if (pattern.startsWith("?:", at)) {
                at += 2;
            }
            var inner = alternatives();
            at++;
            return inner;
        }
        int from = at;
        if (c == '[') {
            int depth = 0;
            do {
                char each = pattern.charAt(at);
                depth += each == '[' ? 1 : each == ']' ? -1 : 0;
                at += each == '\\' ? 2 : 1;
            } while (depth > 0);
        } else if (c == '\\') {
            at += 2;
            if ((pattern.charAt(from + 1) == 'p' || pattern.charAt(from + 1) == 'P') && pattern.charAt(at) == '{') {
                at = pattern.indexOf('}', at) + 1;
            }
        } else {
            at++;
        }
        return character(pattern.substring(from, at));
    }

    private static String character(String one) {
        if (one.length() == 1 && !one.equals(".")) {
            return one;
        }
        var found = CANDIDATES
                .chars()
                .mapToObj(Character::toString)
                .filter(candidate -> XsdPattern.matches(one, candidate))
                .findFirst();
        if (found.isPresent()) {
            return found.get();
        }
        for (int c = ' '; c < 0x9FA5; c++) {
            if (XsdPattern.matches(one, Character.toString(c))) {
                return Character.toString(c);
            }
        }
        throw new IllegalArgumentException("nothing matches " + one);
    }

    private int repetitions() {
        if (at >= pattern.length()) {
            return 1;
        }
        char c = pattern.charAt(at);
        if (c == '{') {
            int end = pattern.indexOf('}', at);
            var least = pattern.substring(at + 1, end).split(",", -1)[0];
            at = end + 1;
            return Integer.parseInt(least.strip());
        }
        if (c == '*' || c == '?' || c == '+') {
            at++;
            return c == '+' ? 1 : 0;
        }
        return 1;
    }
}
