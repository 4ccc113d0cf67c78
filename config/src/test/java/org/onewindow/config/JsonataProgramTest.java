package org.onewindow.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonataProgramTest {

    private static @Nullable Object run(String source) {
        return run(source, "{}");
    }

    private static @Nullable Object run(String source, String input) {
        return JsonataProgram.compile(source).evaluate(Json.object(input), Map.of());
    }

    private static void stops(String source, String reason) {
        assertThatExceptionOfType(ExpressionFailed.class)
                .isThrownBy(() -> run(source))
                .withMessageContaining(reason);
    }

    @Test
    void yieldsPlainValues() {
        assertThat(run(
                        "{'a': n, 'b': l.k, 'c': l.k[], 'd': nosuch, 'e': [nosuch], 'f': [1..3]}",
                        "{n: null, l: [{k: 1}]}"))
                .isEqualTo(Json.object("{a: null, b: 1, c: [1], e: [], f: [1, 2, 3]}"));
        assertThat(run("nosuch")).isNull();
        assertThat(run("null")).isNull();
        assertThat(run("n", "{n: null}")).isNull();
        assertThat(Objects.requireNonNull(run("l.k[]", "{l: [{k: 1}]}")).getClass())
                .isEqualTo(ArrayList.class);
    }

    @Test
    void yieldsWholeNumbersAsLongs() {
        assertThat(run("1 + 1")).isEqualTo(2L);
        assertThat(run("price", "{price: 128000000}")).isEqualTo(128_000_000L);
        assertThat(run("price", "{price: 9007199254740993}")).isEqualTo(9_007_199_254_740_993L);
        assertThat(run("1 / 4")).isEqualTo(0.25);
    }

    @Test
    void refusesAResultThatHoldsAFunction() {
        stops("{'f': function($x) { $x }}", "holds a function");
    }

    @Test
    void callsTheHubsFunctionsWithSixArguments() {
        var program = JsonataProgram.compile(
                "$show(1, nosuch, [n], {'a': n}) & $show()", Map.of("show", arguments -> arguments.toString()));

        assertThat(program.evaluate(Json.object("{n: null}"), Map.of()))
                .isEqualTo("[1, null, [null], {a=null}, null, null][null, null, null, null, null, null]");
    }

    @Test
    void passesTheHubsFunctionsToBuiltIns() {
        var program = JsonataProgram.compile(
                "$map([1, 2], $twice)[]",
                Map.of("twice", arguments -> 2 * (Long) Objects.requireNonNull(arguments.getFirst())));

        assertThat(program.evaluate(Map.of(), Map.of())).isEqualTo(List.of(2L, 4L));
    }

    @Test
    void letsAFunctionSayWhatIsWrong() {
        var program = JsonataProgram.compile("$yuan('x')", Map.of("yuan", _ -> {
            throw new ExpressionFailed("$yuan: no amount of money");
        }));

        assertThatExceptionOfType(ExpressionFailed.class)
                .isThrownBy(() -> program.evaluate(Map.of(), Map.of()))
                .withMessage("$yuan: no amount of money");
    }

    @Test
    void seesItsBindings() {
        var program = JsonataProgram.compile("$key & ' ' & $values.channelCode & ' ' & $now");

        assertThat(program.evaluate(
                        Map.of(), Map.of("key", "k1", "values", Map.of("channelCode", "ZW0001"), "now", "2026-11-22")))
                .isEqualTo("k1 ZW0001 2026-11-22");
    }

    @Test
    void stopsEndlessRecursion() {
        stops("($f := function() { $f() }; $f())", "stopped");
        stops("($f := function($n) { 1 + $f($n + 1) }; $f(1))", "nests deeper than");
    }

    @Test
    void stopsWhatFillsTheMemory() {
        stops("[1..9999999]", "elements and characters");
        stops("[1..10000].([1..10000])", "elements and characters");
        stops("($f := function($s) { $f($s & $s) }; $f('x'))", "elements and characters");
        stops("$pad('x', 200000000)", "elements and characters");
    }

    @Test
    void stopsAResultWhosePartsAreSharedWithoutEnd() {
        var doubling = new StringBuilder("($a := [1, 2];");
        for (int i = 0; i < 30; i++) {
            doubling.append("$a := [[$a], [$a]];");
        }

        stops(doubling + "$a)", "elements and characters");
        stops(doubling + "$string($a))", "elements and characters");
        stops(doubling + "$a = $a)", "elements and characters");
    }

    @Test
    void padsInLinearTime() {
        var start = System.nanoTime();

        assertThat(run("$pad('x', 5, '-+') & $pad('x', -3) & $pad('long', 2)")).isEqualTo("x-+-+  xlong");
        assertThat((String) run("$pad('x', 500000)")).hasSize(500_000);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void hasNeitherClockNorChanceNorEval() {
        for (var call : List.of("$now()", "$millis()", "$random()", "$shuffle([1])", "$eval('1')")) {
            assertThat(JsonataProgram.tryCompile(call, Map.of()))
                    .isInstanceOfSatisfying(
                            JsonataProgram.Compilation.Faulty.class,
                            faulty -> assertThat(faulty.message()).startsWith("no function"));
        }
        stops("$map(['1'], $eval)", "$eval is switched off");
    }

    @Test
    void stopsWhenItsThreadIsInterrupted() {
        Thread.currentThread().interrupt();
        try {
            stops("($f := function() { $f() }; $f())", "interrupted");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void neverTellsValuesInItsFailures() {
        var input = "{id: '370102197909143315'}";

        for (var source :
                List.of("$number(id)", "id + 1", "$toMillis(id)", "id[0].$sum(id)", "$parseInteger(id, id)", "id()")) {
            try {
                run(source, input);
            } catch (ExpressionFailed failure) {
                assertThat(failure)
                        .hasMessageNotContaining("370102197909143315")
                        .hasNoCause();
            }
        }
        assertThatExceptionOfType(ExpressionFailed.class).isThrownBy(() -> run("$number(id)", "{id: 'x'}"));
    }

    @Test
    void tellsWhatTheAuthorWroteAsAnError() {
        stops("$error('no such code')", "no such code");
    }

    @Test
    void tellsTheCharacterWhereASourceGoesWrong() {
        assertThat(JsonataProgram.tryCompile("a = = b", Map.of()))
                .isEqualTo(new JsonataProgram.Compilation.Faulty(
                        4, "The symbol \"=\" cannot be used as a unary operator"));
        assertThatExceptionOfType(ExpressionFailed.class)
                .isThrownBy(() -> JsonataProgram.compile("a = = b"))
                .withMessageContaining("(character 5)");
    }

    @Test
    void refusesCallsOfFunctionsThatNobodyDefines() {
        assertThat(JsonataProgram.tryCompile("$exists(a) and $excists(b)", Map.of()))
                .isEqualTo(
                        new JsonataProgram.Compilation.Faulty(15, "no function $excists; did you mean \"$exists\"?"));
        assertThat(run("($f := function($g) { $g(1) }; $f(function($x) { $x + 1 }))"))
                .isEqualTo(2L);
        assertThat(run("'$nobody(1)' & `$a` /* $nobody(2) */", "{$a: 'x'}")).isEqualTo("$nobody(1)x");
    }

    @Test
    void refusesSourcesThatAreTooLongOrTooDeep() {
        assertThat(JsonataProgram.tryCompile("1+".repeat(20_000) + "1", Map.of()))
                .isEqualTo(new JsonataProgram.Compilation.Faulty(0, "longer than 32768 characters"));
        assertThat(JsonataProgram.tryCompile("[".repeat(15_000) + "]".repeat(15_000), Map.of()))
                .isInstanceOf(JsonataProgram.Compilation.Faulty.class);
    }

    @Test
    void isSafeForManyThreads() throws Exception {
        var program = JsonataProgram.compile("$sum(list.($ * 2)) & $key");
        var calls = new ArrayList<Callable<@Nullable Object>>();
        for (int i = 0; i < 2_000; i++) {
            int n = i;
            calls.add(() -> program.evaluate(Map.of("list", List.of(n, n)), Map.of("key", "k" + n)));
        }

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = threads.invokeAll(calls);

            for (int i = 0; i < results.size(); i++) {
                assertThat(results.get(i).get()).isEqualTo(4 * i + "k" + i);
            }
        }
    }
}
