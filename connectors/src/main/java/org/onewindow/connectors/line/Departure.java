package org.onewindow.connectors.line;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The last moment before a message leaves the house: who was frozen or held up meanwhile, and may be taken for dead, holds it back. */
public final class Departure {

    private static final ScopedValue<BooleanSupplier> PERMIT = ScopedValue.newInstance();

    private Departure() {}

    /** Does it with everything it sends under this permit. */
    public static <T> T under(BooleanSupplier permit, Supplier<T> sending) {
        return ScopedValue.where(PERMIT, permit).call(sending::get);
    }

    /** Called where nothing comes between it and the first byte, and wherever going on would be in vain. */
    public static void check() throws HeldBack {
        if (PERMIT.isBound() && !PERMIT.get().getAsBoolean()) {
            throw new HeldBack();
        }
    }

    /** Nothing was sent. */
    public static final class HeldBack extends IOException {

        private static final long serialVersionUID = 1L;

        HeldBack() {
            super(
                    "held back: this node was silent, or read what belongs to it, for too long; another may have taken over");
        }
    }
}
