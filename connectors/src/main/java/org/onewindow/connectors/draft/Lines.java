package org.onewindow.connectors.draft;

/** Text in lines, two spaces to each level. */
final class Lines {

    private final StringBuilder text = new StringBuilder();
    private int level;

    Lines line(String line) {
        text.append("  ".repeat(level)).append(line).append('\n');
        return this;
    }

    Lines open(String line) {
        line(line);
        level++;
        return this;
    }

    Lines close(String line) {
        level--;
        return line(line);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
