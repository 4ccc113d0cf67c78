package org.onewindow.routes;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the departments answered within an inquiry's time budget; partial answers are answers.
 *
 * @param answers by the name of the question
 * @param complete whether every department answered
 * @param configuration the one revision by which all of it was asked and read
 */
public record InquiryAnswer(Map<String, Answer> answers, boolean complete, String configuration) {

    /**
     * One department's answer.
     *
     * @param reason why there are no facts
     * @param ms how long it took, milliseconds
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answer(String department, State state, Map<String, Object> facts, @Nullable String reason, long ms) {}

    /** Whether a department answered. */
    public enum State {
        @JsonProperty("answered")
        ANSWERED,
        /** It answered that it does not tell: no such title, not the holder. */
        @JsonProperty("refused")
        REFUSED,
        @JsonProperty("unavailable")
        UNAVAILABLE,
        @JsonProperty("timed-out")
        TIMED_OUT
    }
}
