package org.onewindow.config;

import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.Localised;

/**
 * A matter (事项) as {@code config/matters/<code>.yaml} describes it.
 *
 * @param revision SHA-256 of the file and its form schema, the first 12 hex digits
 * @param formSchema the form's JSON Schema (2020-12) as JSON text
 * @param oneOpenCasePer of which value only one case may be open at a time; null: no such rule
 * @param parties how many of each role take part, in the file's order
 * @param sharesAddUp roles whose shares must add up to one whole
 * @param steps by id, in the file's order
 * @param prefill by field of the form, what the hub can fill in for the applicant
 * @param archivedFor how long the archive keeps what people handed in, after the case is over; null: for good
 */
public record Matter(
        String code,
        String revision,
        Localised name,
        Limit limit,
        @Nullable Expression oneOpenCasePer,
        String formSchema,
        Map<String, Count> parties,
        List<String> sharesAddUp,
        List<RequiredMaterial> materials,
        Map<String, Step> steps,
        @Nullable Issue issues,
        Map<String, Localised> reasons,
        Map<String, Expression> prefill,
        @Nullable Period archivedFor) {

    public Step step(String id) {
        var step = steps.get(id);
        if (step == null) {
            throw new IllegalArgumentException("matter " + code + " has no step " + id);
        }
        return step;
    }

    /** Whether departments are sent a copy of licences of that type: only where the matter needs the document, or somebody demanded it of a case. */
    public boolean sendsCopiesOf(String type) {
        var asked = materials.stream().filter(one -> one.type().equals(type)).toList();
        return asked.isEmpty()
                || asked.stream().anyMatch(one -> one.need() == null || one.need() instanceof Need.Document);
    }

    /** Working days: what the law allows and what the hall promises. */
    public record Limit(int statutoryDays, int promisedDays) {}

    /** How many, both inclusive. */
    public record Count(int min, int max) {}

    /**
     * A material that the matter asks for.
     *
     * @param from the ways in which it may come; whatever their order in the file, they are tried in the order of {@link Source}
     * @param of whose it is: {@code each-party}, {@code applicant} or a role; of those whom its kind can be of, one material each
     * @param atLeast the lowest trust that is good enough
     * @param maxAge how long ago it may have been handed in or issued; null: no limit
     * @param validOn the day on which it must be valid
     * @param when it is asked for only where this holds of the request; null: always
     * @param need how much of a licence is needed; null: the matter is of before that was said, and its departments have the document
     */
    public record RequiredMaterial(
            String type,
            Localised name,
            Set<Source> from,
            @Nullable String of,
            TrustLevel atLeast,
            @Nullable Duration maxAge,
            ValidOn validOn,
            @Nullable Expression when,
            @Nullable Need need) {

        public static final String EACH_PARTY = "each-party";
        public static final String APPLICANT = "applicant";

        /** One of which it is not said how much is needed. */
        public RequiredMaterial(
                String type,
                Localised name,
                Set<Source> from,
                @Nullable String of,
                TrustLevel atLeast,
                @Nullable Duration maxAge,
                ValidOn validOn,
                @Nullable Expression when) {
            this(type, name, from, of, atLeast, maxAge, validOn, when, null);
        }

        /** A way for a material to come, the easiest for the citizen first. */
        public enum Source {
            /** The department that knows is asked whether it is so; see {@link MaterialType#verifiedBy}. */
            DATA,
            LICENCE,
            /** Another case of the same holder that is under way and will bring it. */
            CASE,
            /** What the holder handed in before, where they say that it is unchanged. */
            STORED,
            /** The applicant's word (告知承诺), checked later. */
            COMMITMENT,
            UPLOAD
        }

        /** The day on which a material must be valid. */
        public enum ValidOn {
            /** The day on which the application came in. */
            SUBMIT,
            /** The last day on which the hall promises its decision. */
            DECISION
        }
    }

    /**
     * One step (环节).
     *
     * @param after the steps that must be over (done or skipped) before this one starts
     * @param when the step is skipped where this does not hold; asked when its turn has come
     * @param forEach the list whose every element is asked for on its own; null: once
     * @param refuseWhen over the case with this step's facts: the first that holds refuses the case
     * @param holdWhen over the case with this step's facts: the first that holds keeps the step waiting, and it is asked again later
     * @param supplement the operation that hands in corrections
     * @param undo how the step is taken back
     * @param limitDays working days for the step; null: the matter's
     * @param shows to whom its facts are shown
     */
    public record Step(
            String id,
            Localised name,
            Work work,
            List<String> after,
            @Nullable Expression when,
            @Nullable Expression forEach,
            List<Rule> refuseWhen,
            List<Hold> holdWhen,
            @Nullable String supplement,
            @Nullable Undo undo,
            @Nullable Integer limitDays,
            Shows shows) {}

    /** What a step does. */
    public sealed interface Work {

        /** Asks a department. */
        record Call(String department, String operation) implements Work {}

        /**
         * Waits until all parties of a role have agreed.
         *
         * @param of the role, such as {@code seller}
         */
        record Confirmation(String of, Duration within) implements Work {}

        /**
         * Waits for a payment: makes a bill at the payment service and waits for its notification.
         *
         * @param amount in fen
         * @param until the last day of payment, ISO date
         */
        record Payment(String department, String operation, Expression amount, Expression until) implements Work {}
    }

    /** A reason to refuse; the reason is a key into the matter's texts. */
    public record Rule(Expression when, String reason) {}

    /**
     * A reason to wait.
     *
     * @param event the department's event that ends the waiting, such as {@code PLEDGE_RELEASED}; null: none
     * @param subject what the event tells of, an expression over the case
     * @param every how often the department is asked again without an event
     */
    public record Hold(
            Expression when, String reason, @Nullable String event, @Nullable Expression subject, Duration every) {}

    /** How a step that is done is taken back. */
    public sealed interface Undo {

        record Call(String department, String operation) implements Undo {}

        /** Legally effective: a person must decide. */
        record ByPerson() implements Undo {}
    }

    /** To whom the facts of a step are shown. */
    public enum Shows {
        /** Nobody outside. */
        NOBODY,
        /** All parties and the applicant. */
        ALL,
        /** The party that the item of a {@code for-each} step is about. */
        OWN,
        /** The parties in role seller, or whoever holds what is applied for. */
        SELLERS,
        BUYERS
    }

    /**
     * The licence that an approved case issues.
     *
     * @param from the certificate in the facts
     * @param holders the role whose parties hold it
     * @param supersedes the number of the licence that it replaces; null: none
     */
    public record Issue(String licence, Expression from, String holders, @Nullable Expression supersedes) {}
}
