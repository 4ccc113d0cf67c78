package org.onewindow.config;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes {@link Expression}s of JSONata sources. */
public final class Expressions {

    private Expressions() {}

    /** An {@link ExpressionFailed} with the character where it goes wrong, where the source is no JSONata. */
    public static Expression compile(String source) {
        return of(JsonataProgram.compile(source));
    }

    /** The program as a condition or value without bindings. */
    public static Expression of(JsonataProgram program) {
        return new Compiled(program);
    }

    private record Compiled(JsonataProgram program) implements Expression {

        @Override
        public @Nullable Object evaluate(Map<String, ?> input) {
            return program.evaluate(input, Map.of());
        }

        @Override
        public String source() {
            return program.source();
        }

        @Override
        public String toString() {
            return program.source();
        }
    }
}
