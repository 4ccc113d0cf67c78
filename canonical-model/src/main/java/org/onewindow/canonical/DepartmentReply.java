package org.onewindow.canonical;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A department's answer to one {@link DepartmentRequest}.
 *
 * <p>Every call ends in exactly one of these; silence and broken links are replies too, so that a route can always
 * aggregate and never has to catch.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({
    @JsonSubTypes.Type(value = DepartmentReply.Answered.class, name = "answered"),
    @JsonSubTypes.Type(value = DepartmentReply.Pending.class, name = "pending"),
    @JsonSubTypes.Type(value = DepartmentReply.SupplementNeeded.class, name = "supplement-needed"),
    @JsonSubTypes.Type(value = DepartmentReply.Refused.class, name = "refused"),
    @JsonSubTypes.Type(value = DepartmentReply.Unavailable.class, name = "unavailable"),
    @JsonSubTypes.Type(value = DepartmentReply.Uncertain.class, name = "uncertain")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface DepartmentReply {

    /** The department did or told what it was asked, with the facts it determined, such as the tax due. */
    record Answered(Map<String, Object> facts) implements DepartmentReply {
        public Answered {
            facts = unmodifiable(facts);
        }
    }

    /**
     * The department took the request in and will answer later (已受理), by callback, queue or when asked.
     *
     * @param askAgainAfter when the department itself says to ask again; null where it does not
     */
    record Pending(Map<String, Object> facts, @Nullable Duration askAgainAfter) implements DepartmentReply {
        public Pending {
            facts = unmodifiable(facts);
        }
    }

    /** The department wants materials added or corrected (补正) before it decides. */
    record SupplementNeeded(List<Item> items, Map<String, Object> facts) implements DepartmentReply {
        public SupplementNeeded {
            items = List.copyOf(items);
            facts = unmodifiable(facts);
        }

        /** One thing that is missing or wrong, in the department's words. */
        public record Item(String code, String reason) {}
    }

    /**
     * The department said no (不予通过), and why.
     *
     * @param code the department's own code
     * @param reason in the department's words, for the applicant
     */
    record Refused(String code, String reason) implements DepartmentReply {}

    /**
     * Nothing was done: the department is closed, overloaded, out of reach or said "try again later".
     *
     * @param retryAfter when the department says to come back; null where it does not
     */
    record Unavailable(String cause, @Nullable Duration retryAfter) implements DepartmentReply {}

    /** Nobody here knows whether it was done: a time-out, a cut line, an answer that is not of the contract. */
    record Uncertain(String cause) implements DepartmentReply {}

    private static Map<String, Object> unmodifiable(@Nullable Map<String, Object> facts) {
        return facts == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }
}
