package org.onewindow.portal.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.DepartmentReply.SupplementNeeded;

/**
 * A case as one of those who may see it sees it.
 *
 * @param stage 受理, 审核 or 办结
 * @param outcome null while it is open
 * @param licences what it issued to the caller
 */
public record CaseView(
        String number,
        String matter,
        String name,
        String stage,
        State state,
        Instant receivedAt,
        Limit limit,
        List<Step> steps,
        List<Supplement> supplements,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Outcome outcome,
        List<Licence> licences,
        Map<String, Link> _links) {

    /**
     * The time limit.
     *
     * @param statutory the last day by law; null before acceptance
     * @param promised the last day the hall promises
     * @param usedDays working days since acceptance, without those in which the clock stood still
     * @param provisional whether a day lies in a year whose working days are not known yet
     */
    public record Limit(
            @Nullable LocalDate statutory,
            @Nullable LocalDate promised,
            int usedDays,
            int pausedDays,
            boolean provisional) {}

    /**
     * One step.
     *
     * @param id unique in the case, such as {@code homes.0}
     * @param step its id in the matter
     * @param attempts calls so far
     * @param facts what it brought; null where they are not the caller's to see
     */
    public record Step(
            String id,
            String step,
            String name,
            @Nullable String department,
            @Nullable String operation,
            State state,
            int attempts,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable Map<String, Object> facts) {}

    /**
     * Something that must be added or corrected (一次性告知).
     *
     * @param step null: before acceptance
     */
    public record Supplement(
            String id,
            @Nullable String step,
            List<SupplementNeeded.Item> items,
            Instant openedAt,
            @Nullable Instant handedInAt,
            Map<String, Link> _links) {}

    /** How it ended. */
    public record Outcome(
            String code, String label, @Nullable String reason, @Nullable String text, @Nullable Instant at) {}

    /** A licence that the case issued. */
    public record Licence(String id, String type, String number, LocalDate issuedOn) {}

    /** Where to go from here. */
    public record Link(String href) {}
}
