package org.onewindow.cases.messages;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.DepartmentReply;

/** A reply in the few words of a log: nothing personal. */
public final class ReplyWords {

    private static final Pattern REFERENCE = Pattern.compile("[\\p{L}\\p{N}()（）/_.:-]{4,64}");
    private static final Pattern PERSONAL = Pattern.compile("1[3-9][0-9]{9}|[1-9][0-9]{16}[0-9Xx]");

    private ReplyWords() {}

    public static String outcome(DepartmentReply reply) {
        return switch (reply) {
            case DepartmentReply.Answered _ -> "answered";
            case DepartmentReply.Pending _ -> "pending";
            case DepartmentReply.SupplementNeeded _ -> "supplement-needed";
            case DepartmentReply.Refused _ -> "refused";
            case DepartmentReply.Unavailable _ -> "unavailable";
            case DepartmentReply.Uncertain _ -> "uncertain";
        };
    }

    public static @Nullable String cause(DepartmentReply reply) {
        return switch (reply) {
            case DepartmentReply.Refused refused -> refused.code();
            case DepartmentReply.Unavailable away -> away.cause();
            case DepartmentReply.Uncertain(var cause) -> cause;
            case DepartmentReply.Answered _, DepartmentReply.Pending _, DepartmentReply.SupplementNeeded _ -> null;
        };
    }

    /** The department's own number for it: the first fact whose name ends in {@code Number} or {@code Reference}; null: none. */
    public static @Nullable String reference(DepartmentReply reply) {
        return switch (reply) {
            case DepartmentReply.Answered(Map<String, Object> facts) -> reference(facts);
            case DepartmentReply.Pending pending -> reference(pending.facts());
            case DepartmentReply.SupplementNeeded supplement -> reference(supplement.facts());
            case DepartmentReply.Refused _, DepartmentReply.Unavailable _, DepartmentReply.Uncertain _ -> null;
        };
    }

    private static @Nullable String reference(Map<String, Object> facts) {
        for (var fact : facts.entrySet()) {
            var name = fact.getKey();
            if ((name.endsWith("Number") || name.endsWith("Reference"))
                    && !name.equals("idNumber")
                    && fact.getValue() instanceof String text
                    && REFERENCE.matcher(text).matches()
                    && !PERSONAL.matcher(text).matches()) {
                return text;
            }
        }
        return null;
    }
}
