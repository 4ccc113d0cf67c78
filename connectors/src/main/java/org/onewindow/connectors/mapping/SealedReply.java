package org.onewindow.connectors.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.DepartmentReply;

/**
 * What a reply mapping yielded, read strictly: one of the sealed replies, or {@link MappingFailed}.
 *
 * @param replyId null: the mapping does not tell
 */
public record SealedReply(DepartmentReply reply, @Nullable Long sequence, @Nullable String replyId) {

    /** Eleven digits of a mobile phone, or an identity number. */
    private static final Pattern PERSONAL =
            Pattern.compile("(?<![0-9])(1[3-9][0-9]{9}|[1-9][0-9]{16}[0-9Xx])(?![0-9])");

    public static SealedReply of(Map<String, @Nullable Object> yielded) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(yielded);
        fields.values().removeIf(Objects::isNull);
        var sequence = fields.remove("sequence");
        var replyId = fields.remove("replyId");
        return new SealedReply(
                sound(reply(fields)),
                sequence == null ? null : number(sequence),
                replyId == null ? null : replyId.toString());
    }

    /** As a mapping would yield it. */
    public Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = CanonicalJson.object(reply);
        if (sequence != null) {
            json.put("sequence", sequence);
        }
        if (replyId != null) {
            json.put("replyId", replyId);
        }
        return json;
    }

    private static DepartmentReply reply(Map<String, @Nullable Object> fields) {
        try {
            return CanonicalJson.MAPPER.convertValue(fields, DepartmentReply.class);
        } catch (IllegalArgumentException notSealed) {
            throw new MappingFailed("the reply mapping yields no reply of the sealed form: " + whatIsWrong(notSealed));
        }
    }

    /** Where it is wrong, without the values that Jackson's message quotes. */
    private static String whatIsWrong(IllegalArgumentException notSealed) {
        return notSealed.getCause() instanceof com.fasterxml.jackson.databind.JsonMappingException at
                ? at.getClass().getSimpleName() + " at " + at.getPathReference().replaceAll(".*\\.", "")
                : notSealed.getCause() instanceof JsonProcessingException other
                        ? other.getClass().getSimpleName()
                        : "a part is missing";
    }

    private static long number(Object sequence) {
        if (sequence instanceof Number number && number.longValue() == number.doubleValue()) {
            return number.longValue();
        }
        throw new MappingFailed("the reply's sequence is no whole number");
    }

    private static DepartmentReply sound(@Nullable DepartmentReply reply) {
        boolean complete =
                switch (reply) {
                    case null -> false;
                    case DepartmentReply.Answered _, DepartmentReply.Pending _ -> true;
                    case DepartmentReply.SupplementNeeded supplement ->
                        !supplement.items().isEmpty()
                                && supplement.items().stream()
                                        .allMatch(item -> given(item.code()) && given(item.reason()));
                    case DepartmentReply.Refused refused -> given(refused.code()) && given(refused.reason());
                    case DepartmentReply.Unavailable unavailable -> given(unavailable.cause());
                    case DepartmentReply.Uncertain uncertain -> given(uncertain.cause());
                };
        if (reply == null || !complete) {
            throw new MappingFailed("the reply mapping yields a reply without its code, reason, cause or items");
        }
        return impersonal(reply);
    }

    @SuppressWarnings("ConstantValue") // Jackson fills records with null where a field is missing
    private static boolean given(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    /** Codes, causes and reasons are shown and logged: numbers of persons are struck out. */
    private static DepartmentReply impersonal(DepartmentReply reply) {
        return switch (reply) {
            case DepartmentReply.Refused(var code, var reason) ->
                new DepartmentReply.Refused(struck(code), struck(reason));
            case DepartmentReply.Unavailable(var cause, var retryAfter) ->
                new DepartmentReply.Unavailable(struck(cause), retryAfter);
            case DepartmentReply.Uncertain(var cause) -> new DepartmentReply.Uncertain(struck(cause));
            case DepartmentReply.SupplementNeeded(var items, var facts) ->
                new DepartmentReply.SupplementNeeded(
                        items.stream()
                                .map(item -> new DepartmentReply.SupplementNeeded.Item(
                                        struck(item.code()), struck(item.reason())))
                                .toList(),
                        facts);
            case DepartmentReply.Answered _, DepartmentReply.Pending _ -> reply;
        };
    }

    private static String struck(String text) {
        return PERSONAL.matcher(text).replaceAll("…");
    }
}
