package org.onewindow.connectors.soap;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.onewindow.connectors.http.HttpAnswer;

/** Keeps the answer of one SOAP call as it came over the wire; see {@link HttpDelivery}. */
final class Wire {

    static final String KEY = Wire.class.getName();

    private final Duration patience;
    private @Nullable HttpAnswer answer;

    /** A wire for one call that waits so long for its answer. */
    Wire(Duration patience) {
        this.patience = patience;
    }

    Duration patience() {
        return patience;
    }

    void heard(HttpAnswer itsAnswer) {
        answer = itsAnswer;
    }

    @Nullable
    HttpAnswer answer() {
        return answer;
    }
}
