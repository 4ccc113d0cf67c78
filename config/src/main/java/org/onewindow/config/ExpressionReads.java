package org.onewindow.config;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** The facts and form fields that an expression names by {@code facts.<step>} and {@code form.<field>}. */
final class ExpressionReads {

    private static final Pattern TEXTS = Pattern.compile(
            "\"(?:\\\\.|[^\"\\\\])*+\"|'(?:\\\\.|[^'\\\\])*+'|/\\*(?:[^*]|\\*(?!/))*+\\*/", Pattern.DOTALL);
    private static final Pattern READ = Pattern.compile(
            "(?<![\\w.`$])(?:\\$\\$?\\.)?(facts|form)\\s*\\.\\s*(?:`([^`]+)`|([A-Za-z_][A-Za-z0-9_]*+))");

    private ExpressionReads() {}

    /**
     * One name that is read.
     *
     * @param from {@code facts} or {@code form}
     * @param offset where in the source it is read
     */
    record Read(String from, String name, int offset) {}

    static List<Read> of(String source) {
        var bare =
                TEXTS.matcher(source).replaceAll(text -> " ".repeat(text.group().length()));
        return READ.matcher(bare)
                .results()
                .map(found -> new Read(
                        found.group(1),
                        Objects.requireNonNullElseGet(found.group(2), () -> found.group(3)),
                        found.start()))
                .toList();
    }
}
