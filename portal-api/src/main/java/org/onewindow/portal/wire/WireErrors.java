package org.onewindow.portal.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import org.onewindow.canonical.Localised;
import org.onewindow.portal.problem.FieldError;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;

/** Says what is wrong with a body in a pointer and a code; Jackson's own messages name classes and values, and stay inside. */
final class WireErrors {

    private WireErrors() {}

    static Refusal refusal(JsonProcessingException wrong) {
        return new Refusal(ProblemCode.REQUEST_MALFORMED, error(wrong));
    }

    private static FieldError error(JsonProcessingException wrong) {
        return switch (wrong) {
            case UnrecognizedPropertyException unknown -> FieldError.of(pointer(unknown), "unknown-field");
            case InvalidNullException missing -> FieldError.of(pointer(missing), "required");
            case InvalidFormatException format -> FieldError.of(pointer(format), codeOf(format));
            case MismatchedInputException mismatch -> FieldError.of(pointer(mismatch), codeOf(mismatch));
            case ValueInstantiationException value -> FieldError.of(pointer(value), "wrong-format");
            case StreamConstraintsException bounds -> FieldError.of(whereIn(bounds), "out-of-bounds");
            case JsonMappingException other -> FieldError.of(pointer(other), "wrong-type");
            default ->
                isDuplicate(wrong)
                        ? FieldError.of(whereIn(wrong), "duplicate-field")
                        : new FieldError(whereIn(wrong), "malformed-json", placeOf(wrong));
        };
    }

    private static String codeOf(InvalidFormatException format) {
        if (!(format.getValue() instanceof String)) {
            return "wrong-type";
        }
        return format.getTargetType().isEnum() ? "not-allowed" : "wrong-format";
    }

    /** Jackson has no type of its own for these two. */
    private static String codeOf(MismatchedInputException mismatch) {
        var message = String.valueOf(mismatch.getOriginalMessage());
        if (message.startsWith("Missing required creator property")) {
            return "required";
        }
        return message.startsWith("Trailing token") ? "trailing-content" : "wrong-type";
    }

    private static boolean isDuplicate(JsonProcessingException wrong) {
        return String.valueOf(wrong.getOriginalMessage()).startsWith("Duplicate field");
    }

    private static String pointer(JsonMappingException wrong) {
        var pointer = new StringBuilder();
        for (var step : wrong.getPath()) {
            var name = step.getFieldName();
            pointer.append('/')
                    .append(
                            name == null
                                    ? step.getIndex()
                                    : name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    private static String whereIn(JsonProcessingException wrong) {
        return wrong.getProcessor() instanceof JsonParser parser
                ? parser.getParsingContext().pathAsPointer().toString()
                : "";
    }

    private static Localised placeOf(JsonProcessingException wrong) {
        var at = wrong.getLocation();
        if (at == null) {
            return new Localised("不是有效的 JSON", "This is not JSON");
        }
        return new Localised(
                "第 " + at.getLineNr() + " 行第 " + at.getColumnNr() + " 列不是有效的 JSON",
                "Not JSON at line " + at.getLineNr() + ", column " + at.getColumnNr());
    }
}
