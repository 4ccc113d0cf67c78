package org.onewindow.licences;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Why somebody is forgotten, as the law has it (个人信息保护法 art. 47); no free text, which would name people. */
public enum ErasureReason {
    /** They want it. */
    @JsonProperty("requested")
    REQUESTED,
    /** What their data was for is done, or cannot be. */
    @JsonProperty("purpose-achieved")
    PURPOSE_ACHIEVED,
    @JsonProperty("consent-withdrawn")
    CONSENT_WITHDRAWN,
    @JsonProperty("term-over")
    TERM_OVER,
    /** It should never have been kept. */
    @JsonProperty("unlawful")
    UNLAWFUL;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static ErasureReason of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
