package org.onewindow.config;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A compiled JSONata program with the hub's own functions, bounded in time, steps, depth and memory; safe for many threads.
 *
 * <p>What a program can reach is its input, its bindings and these functions: clock, chance and {@code $eval} are switched off, so that the
 * same input always gives the same result. Messages of failures never hold values of the input.
 */
public final class JsonataProgram {

    /** Longer sources are refused: the parser recurses over the source. */
    public static final int LONGEST_SOURCE = 32_768;

    /** As many arguments as a function of the hub can take. */
    private static final String SIX_OPTIONAL_ARGUMENTS = "<x?x?x?x?x?x?:x>";

    private final String source;
    private final Jsonata compiled;
    private final Map<String, Function> functions;

    private JsonataProgram(String source, Jsonata compiled, Map<String, Function> functions) {
        this.source = source;
        this.compiled = compiled;
        this.functions = functions;
    }

    /** A function of the hub that a program may call as {@code $name(…)}. */
    @FunctionalInterface
    public interface Function {

        /**
         * The result over the arguments, JSON values.
         *
         * @param arguments always six; null where an argument is missing, undefined or null
         */
        @Nullable
        Object call(List<@Nullable Object> arguments);
    }

    /** What came of compiling. */
    public sealed interface Compilation {

        record Compiled(JsonataProgram program) implements Compilation {}

        /**
         * The source is no program.
         *
         * @param offset the character of the source, from 0, where it goes wrong
         */
        record Faulty(int offset, String message) implements Compilation {}
    }

    /** Compiles a program that may call these functions, by their names without {@code $}. */
    public static Compilation tryCompile(String source, Map<String, Function> functions) {
        if (source.length() > LONGEST_SOURCE) {
            return new Compilation.Faulty(0, "longer than " + LONGEST_SOURCE + " characters");
        }
        try {
            // the library trips over a comment at the very end
            var compiled = Jsonata.jsonata(source + '\n');
            compiled.setOutputConvertNulls(false); // walks the result without bounds; PlainValues does it
            var unknown = FunctionCalls.firstUnknown(source, functions.keySet());
            return unknown.isPresent()
                    ? unknown.get()
                    : new Compilation.Compiled(new JsonataProgram(source, compiled, namedIn(source, functions)));
        } catch (JException fault) {
            return new Compilation.Faulty(startOf(fault, source), String.valueOf(fault.getMessage()));
        } catch (StackOverflowError tooDeep) {
            return new Compilation.Faulty(0, "nested too deeply");
        } catch (RuntimeException fault) {
            return new Compilation.Faulty(0, "cannot be read: " + fault.getMessage());
        }
    }

    /** Binding a function costs more than most programs: only those that the source names are bound. */
    private static Map<String, Function> namedIn(String source, Map<String, Function> functions) {
        return functions.entrySet().stream()
                .filter(function -> source.contains("$" + function.getKey()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Like {@link #tryCompile}, where a faulty source is a bug or was refused before. */
    public static JsonataProgram compile(String source, Map<String, Function> functions) {
        return switch (tryCompile(source, functions)) {
            case Compilation.Compiled(var program) -> program;
            case Compilation.Faulty(var offset, var message) ->
                throw new ExpressionFailed(message + " (character " + (offset + 1) + ")");
        };
    }

    public static JsonataProgram compile(String source) {
        return compile(source, Map.of());
    }

    public String source() {
        return source;
    }

    /**
     * The result over this input, as plain Map, List, String, Number, Boolean or null; an {@link ExpressionFailed} where the program ends
     * in an error or runs out of its bounds.
     *
     * @param input JSON values: Map, List, String, Number, Boolean, null
     * @param bindings values the program sees as {@code $name}
     */
    public @Nullable Object evaluate(@Nullable Object input, Map<String, ?> bindings) {
        var fuel = new Fuel();
        var frame = compiled.createFrame();
        frame.setEvaluateEntryCallback((_, _, _) -> fuel.enter());
        frame.setEvaluateExitCallback((_, _, _, result) -> fuel.leave(result));
        SafeFunctions.bindTo(frame, source, fuel);
        functions.forEach((name, function) -> frame.bind(name, adapted(function, fuel)));
        bindings.forEach((name, value) -> frame.bind(name, (Object) value));
        try {
            return PlainValues.of(compiled.evaluate(input, frame), fuel);
        } catch (JException failure) {
            throw new ExpressionFailed(describe(failure));
        } catch (Fuel.Exhausted bounds) {
            throw new ExpressionFailed("the expression was stopped: " + bounds.getMessage());
        } catch (StackOverflowError tooDeep) {
            throw new ExpressionFailed("the expression was stopped: it nests too deeply");
        } catch (ExpressionFailed failure) {
            throw failure;
        } catch (RuntimeException failure) {
            // the library lets through what its built-ins throw, with the value in the message
            throw new ExpressionFailed("the expression failed: a value has not the form that a function of it wants ("
                    + failure.getClass().getSimpleName() + ")");
        }
    }

    private static Jsonata.JFunction adapted(Function function, Fuel fuel) {
        return new Jsonata.JFunction(
                (_, arguments) -> function.call(PlainValues.ofArguments(arguments, fuel)), SIX_OPTIONAL_ARGUMENTS);
    }

    /** The library points behind the word it stumbled over. */
    private static int startOf(JException fault, String source) {
        int end = Math.clamp(fault.getLocation(), 0, source.length());
        return fault.getCurrent() instanceof String word
                        && source.substring(0, end).endsWith(word)
                ? end - word.length()
                : Math.max(0, end - 1);
    }

    private static final Set<String> WRITTEN_BY_THE_AUTHOR = Set.of("D3137", "D3141");

    private static String describe(JException failure) {
        var where = failure.getLocation() > 0 ? " (near character " + failure.getLocation() + ")" : "";
        var what = WRITTEN_BY_THE_AUTHOR.contains(failure.getError())
                ? failure.getMessage()
                : JException.msg(failure.getError(), failure.getLocation(), null, null)
                        .replaceAll("\\{\\{[a-z]+}}|\\bnull\\b", "…");
        return "the expression failed: " + failure.getError() + " " + what + where;
    }
}
