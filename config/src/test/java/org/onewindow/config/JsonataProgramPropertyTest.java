package org.onewindow.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JsonataProgramPropertyTest {

    @Property(tries = 300)
    void givesBackAnyJsonUnchanged(@ForAll("json") Object value) {
        assertThat(JsonataProgram.compile("value").evaluate(Map.of("value", value), Map.of()))
                .isEqualTo(value);
    }

    @Property(tries = 500)
    void neverThrowsAnythingElseForASource(@ForAll("fragments") List<String> fragments) {
        var source = String.join(" ", fragments);

        if (JsonataProgram.tryCompile(source, Map.of()) instanceof JsonataProgram.Compilation.Compiled(var program)) {
            try {
                program.evaluate(Json.object("{a: [1, 'x', null], b: {c: true}}"), Map.of());
            } catch (ExpressionFailed expected) {
                assertThat(expected).hasMessageStartingWith("the expression");
            }
        }
    }

    /** JSON values; lists of one element apart, which a path unwraps. */
    @Provide
    Arbitrary<Object> json() {
        Arbitrary<Object> leaf = Arbitraries.oneOf(
                Arbitraries.longs().asGeneric(),
                Arbitraries.strings().ofMaxLength(20).asGeneric(),
                Arbitraries.of(true, false).asGeneric());
        Arbitrary<Object> object = Arbitraries.maps(
                        Arbitraries.strings().alpha().ofMinLength(1), leaf)
                .ofMaxSize(5)
                .asGeneric();
        return Arbitraries.oneOf(
                leaf, object, leaf.list().ofMinSize(2).ofMaxSize(5).asGeneric());
    }

    @Provide
    Arbitrary<List<String>> fragments() {
        return Arbitraries.of(Arrays.asList(
                        "a",
                        "b.c",
                        "(",
                        ")",
                        "[",
                        "]",
                        "{",
                        "}",
                        "'x'",
                        "\"",
                        "$sum",
                        "$map(a, function($x) {$x})",
                        ":=",
                        "$f",
                        "1",
                        "..",
                        "+",
                        "&",
                        "~>",
                        "?",
                        ":",
                        "/x/",
                        "^(",
                        "@$i",
                        "#$j",
                        "%",
                        "|",
                        "`q",
                        "and",
                        "in",
                        ";"))
                .list()
                .ofMaxSize(12);
    }
}
