package org.onewindow.connectors.contract;

/** What stands before the root element of an XML text: its declaration, comments, and a DOCTYPE. */
final class Prologue {

    private final String text;
    private int at;
    private int doctypeFrom = -1;
    private int doctypeTo = -1;

    private Prologue(String text) {
        this.text = text;
    }

    static Prologue of(String text) {
        var prologue = new Prologue(text);
        prologue.scan();
        return prologue;
    }

    private void scan() {
        while (at < text.length()) {
            int next = text.indexOf('<', at);
            if (next < 0) {
                at = text.length();
                return;
            }
            at = next;
            if (text.startsWith("<!--", at)) {
                skip("-->");
            } else if (text.startsWith("<?", at)) {
                skip("?>");
            } else if (text.startsWith("<!DOCTYPE", at)) {
                doctypeFrom = at;
                doctype();
                doctypeTo = at;
            } else {
                return;
            }
        }
    }

    private void skip(String end) {
        int found = text.indexOf(end, at);
        at = found < 0 ? text.length() : found + end.length();
    }

    /** To its closing bracket: quotes and the internal subset may hold others. */
    private void doctype() {
        int depth = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (text.startsWith("<!--", at)) {
                skip("-->");
                continue;
            }
            if (c == '"' || c == '\'') {
                int close = text.indexOf(c, at + 1);
                at = close < 0 ? text.length() : close + 1;
                continue;
            }
            depth += c == '<' || c == '[' ? 1 : c == '>' || c == ']' ? -1 : 0;
            at++;
            if (depth == 0) {
                return;
            }
        }
    }

    /** Where the root element begins. */
    int root() {
        return at;
    }

    boolean hasDoctype() {
        return doctypeFrom >= 0;
    }

    boolean hasEntities() {
        return hasDoctype() && text.substring(doctypeFrom, doctypeTo).contains("<!ENTITY");
    }

    int doctypeLine() {
        return 1
                + (int) text.substring(0, Math.max(0, doctypeFrom))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    /** Characters before the declaration that are no white space. */
    boolean hasPreamble() {
        int declaration = text.indexOf("<?xml ");
        return declaration > 0 && declaration < at;
    }

    /** The text without all that, every line where it was. */
    String withoutIt() {
        return text.substring(0, at).replaceAll("[^\\n]", "") + text.substring(at);
    }
}
