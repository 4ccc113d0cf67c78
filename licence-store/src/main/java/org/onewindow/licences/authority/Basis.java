package org.onewindow.licences.authority;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** On what ground somebody may use a licence. */
public enum Basis {
    /** The holder is here, logged in. */
    @JsonProperty("holder-live")
    HOLDER_LIVE,
    /** The holder said so beforehand, within bounds. */
    @JsonProperty("holder-standing")
    HOLDER_STANDING,
    /** Somebody with the holder's mandate. */
    @JsonProperty("delegate")
    DELEGATE,
    /** Whom the company's valid business licence names. */
    @JsonProperty("legal-representative")
    LEGAL_REPRESENTATIVE,
    /** A law lets a department look. */
    @JsonProperty("statutory")
    STATUTORY,
    /** Nobody could be asked; a second person confirms it within a day. */
    @JsonProperty("emergency")
    EMERGENCY;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
