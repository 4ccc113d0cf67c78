package org.onewindow.simulators.wire;

import java.util.List;

/** A refusal as {@code application/problem+json}. */
public record Problem(int status, String type, String title, List<FieldError> errors) {

    public Problem {
        errors = List.copyOf(errors);
    }

    /** What is wrong with one field; never its value. */
    public record FieldError(String field, String message) {}

    public static Problem of(int status, String title) {
        return new Problem(status, "about:blank", title, List.of());
    }

    public static Problem of(int status, String type, String title) {
        return new Problem(status, type, title, List.of());
    }

    public static Problem unprocessable(List<FieldError> errors) {
        return new Problem(422, "about:blank", "the request cannot be processed", errors);
    }

    public static Problem unprocessable(String field, String message) {
        return unprocessable(List.of(new FieldError(field, message)));
    }

    public Answer answer() {
        var body = Json.object().put("type", type).put("title", title).put("status", status);
        if (!errors.isEmpty()) {
            body.put("detail", errors.getFirst().message()).set("errors", Json.of(errors));
        }
        return Answer.of(status, "application/problem+json", body.toString());
    }

    public Answer retryAfter(long seconds) {
        return answer().with("Retry-After", Long.toString(seconds));
    }
}
