package org.onewindow.canonical;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an applicant answers for with their word. */
public enum Declaration {
    /** The stored material is as it was (材料如无变更). */
    @JsonProperty("unchanged")
    UNCHANGED,
    /** What the material would show is so; it is checked later (告知承诺). */
    @JsonProperty("commitment")
    COMMITMENT
}
