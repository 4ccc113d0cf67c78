package org.onewindow.connectors.jms;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Surely nothing was sent. */
final class NotSent extends IOException {

    private static final long serialVersionUID = 1L;

    NotSent(String what, @Nullable Exception why) {
        super(what, why);
    }
}
