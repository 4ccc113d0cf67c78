package org.onewindow.config;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What repeating an operation may do at the department; decides what the hub dares after a doubt. */
public enum Effect {
    /** A look-up: repeat freely. */
    @JsonProperty("read")
    READ,
    /** The department knows an idempotency key: repeat with the same. */
    @JsonProperty("key")
    KEY,
    /** The department can be asked whether it happened: ask, then repeat only on a clear no. */
    @JsonProperty("query")
    QUERY,
    /** At most once: after a doubt a person decides. */
    @JsonProperty("none")
    NONE;

    public boolean isAct() {
        return this != READ;
    }
}
