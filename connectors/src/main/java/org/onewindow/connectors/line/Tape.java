package org.onewindow.connectors.line;

import java.nio.charset.Charset;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What went over the line in one call, in the form of a sample: without what proves who the hub is.
 *
 * <p>Bound to the thread that calls, as a {@link Departure}; where none runs nothing is kept. Of several sendings in one call, such as one
 * more with a new token, the last one stays.
 */
public final class Tape {

    private static final ScopedValue<Tape> RUNNING = ScopedValue.newInstance();

    private @Nullable Words sent;
    private @Nullable Words heard;
    private @Nullable Integer status;

    /** One side's words. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Words(byte[] bytes, Charset charset) {

        /** The length only: messages are personal. */
        @Override
        public String toString() {
            return "Words[" + bytes.length + " bytes]";
        }
    }

    /** Does it with everything that is said kept here. */
    public <T> T during(Supplier<T> call) {
        return ScopedValue.where(RUNNING, this).call(call::get);
    }

    /** The hub is about to say this; made only where a tape runs. */
    public static void sent(Supplier<Words> words) {
        if (RUNNING.isBound()) {
            var tape = RUNNING.get();
            tape.sent = words.get();
            tape.heard = null;
            tape.status = null;
        }
    }

    /** The department said this. */
    public static void heard(int status, byte[] bytes, Charset charset) {
        if (RUNNING.isBound()) {
            RUNNING.get().status = status;
            RUNNING.get().heard = new Words(bytes, charset);
        }
    }

    public @Nullable Words sent() {
        return sent;
    }

    public @Nullable Words heard() {
        return heard;
    }

    /** Of HTTP; null: no answer came. */
    public @Nullable Integer status() {
        return status;
    }
}
