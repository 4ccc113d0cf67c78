package org.onewindow.licences.authority;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How much of a licence a use shows, the least first. */
public enum Mode {
    /** One question, answered yes or no. */
    @JsonProperty("predicate")
    PREDICATE,
    /** Some named fields. */
    @JsonProperty("fields")
    FIELDS,
    /** All that stands on it. */
    @JsonProperty("document")
    DOCUMENT,
    /** Its state and a masked name, shown by the holder. */
    @JsonProperty("qr")
    QR;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
