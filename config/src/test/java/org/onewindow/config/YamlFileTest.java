package org.onewindow.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class YamlFileTest {

    private static YamlValue parse(String text) {
        return new YamlFile(new Diagnostics()).parse(text, "f.yaml").orElseThrow();
    }

    @Test
    void takesPlainScalarsAsYaml12Does() {
        var file = parse(
                """
                yes: yes
                octal: 010
                clock: 10:30
                day: 2026-01-01
                number: 42
                decimal: -1.50
                bool: true
                nothing: ~
                quoted: "42"
                """);

        assertThat(file.json())
                .hasToString(
                        "{\"yes\":\"yes\",\"octal\":\"010\",\"clock\":\"10:30\",\"day\":\"2026-01-01\",\"number\":42,"
                                + "\"decimal\":-1.50,\"bool\":true,\"nothing\":null,\"quoted\":\"42\"}");
    }

    @Test
    void fillsInAliases() {
        assertThat(parse("a: &x {b: 1}\nc: *x\nd: [*x]").json())
                .hasToString("{\"a\":{\"b\":1},\"c\":{\"b\":1},\"d\":[{\"b\":1}]}");
    }

    @Test
    void knowsThePlaceOfKeysAndValues() {
        var file = parse("a: 1\n名: {b: 𠮷, cc: [x, 'y']}\n");

        assertThat(file.placeOf("名")).isEqualTo(new Place("f.yaml", 2, 1));
        assertThat(file.get("名").placeOf("cc")).isEqualTo(new Place("f.yaml", 2, 11));
        assertThat(file.get("名").get("cc").elements().get(1).place()).isEqualTo(new Place("f.yaml", 2, 19));
    }

    @Test
    void leadsBackThroughEscapesAndFoldedLines() {
        assertThat(parse("e: \"a\\\"b\\u4e2d! c\"").get("e").placeAt(4)).isEqualTo(new Place("f.yaml", 1, 15));
        assertThat(parse("e: 'it''s !'").get("e").placeAt(5)).isEqualTo(new Place("f.yaml", 1, 11));
        assertThat(parse("e: >-\n  one\n  two !\n").get("e").placeAt(8)).isEqualTo(new Place("f.yaml", 3, 7));
        assertThat(parse("e: one\n  two !\n").get("e").placeAt(8)).isEqualTo(new Place("f.yaml", 2, 7));
    }

    /** Whatever style a text is written in, each of its characters is found where it stands. */
    @Property(tries = 400)
    void findsEveryCharacterOfAText(@ForAll("words") List<String> words, @ForAll("styles") String style) {
        var text = String.join(" ", words);
        var file = text(style, words);
        var lines = file.lines().toList();
        var value = parse(file).get("e");
        assertThat(value.text()).isEqualTo(text);

        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != ' ') {
                var place = value.placeAt(i);
                var there = lines.get(place.line() - 1).substring(place.column() - 1);
                var escaped = style.equals("double") && there.startsWith("\\");
                assertThat(escaped ? there.substring(1) : there).startsWith(text.substring(i, i + 1));
            }
        }
    }

    private static String text(String style, List<String> words) {
        return switch (style) {
            case "single" -> "e: '" + String.join(" ", words).replace("'", "''") + "'\n";
            case "double" ->
                "e: \"" + String.join("\n   ", words).replace("\\", "\\\\").replace("\"", "\\\"") + "\"\n";
            case "folded" -> "e: >-\n  " + String.join("\n  ", words) + "\n";
            default -> "e: |-\n  " + String.join(" ", words) + "\n";
        };
    }

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.strings()
                .withChars("ab中$'\"\\=#:")
                .ofMinLength(1)
                .ofMaxLength(5)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<String> styles() {
        return Arbitraries.of("single", "double", "folded", "literal");
    }

    @Property(tries = 300)
    void neverThrowsForWhateverStandsInAFile(@ForAll("scraps") List<String> scraps) {
        var diagnostics = new Diagnostics();

        var value = new YamlFile(diagnostics).parse(String.join("", scraps), "f.yaml");

        assertThat(value.isPresent() || !diagnostics.isEmpty()).isTrue();
    }

    @Provide
    Arbitrary<List<String>> scraps() {
        return Arbitraries.of(
                        "a: ", "b", "\n", "  ", "- ", "{", "}", "[", "]", ", ", "'", "\"", "&x ", "*x", "!t ", "? ",
                        "---\n", "|\n", "%", "\t", "<<: ", "\u0001", "...\n")
                .list()
                .ofMaxSize(15);
    }
}
