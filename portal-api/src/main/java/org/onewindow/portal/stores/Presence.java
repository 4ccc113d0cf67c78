package org.onewindow.portal.stores;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.onewindow.portal.problem.FieldError;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;

/**
 * What shows a window that the person it asks about is there.
 *
 * @param qr what the picture says that they show (亮证); null: they show none
 * @param caseNumber their open case, for which they came; null: none is named
 */
record Presence(@Nullable String qr, @Nullable String caseNumber) {

    /** The rest of the body is an application. */
    static Presence takenFrom(ObjectNode body) {
        return new Presence(text(body, "qr"), text(body, "caseNumber"));
    }

    private static @Nullable String text(ObjectNode body, String field) {
        JsonNode value = body.remove(field);
        if (value != null && !value.isTextual()) {
            throw new Refusal(ProblemCode.REQUEST_MALFORMED, FieldError.of('/' + field, "wrong-type"));
        }
        return value == null ? null : value.asText();
    }

    boolean isShown() {
        return qr != null || caseNumber != null;
    }
}
