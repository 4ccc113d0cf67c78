package org.onewindow.portal.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import org.onewindow.portal.text.Languages;
import org.onewindow.portal.text.Words;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Makes problems in the caller's language. */
@Component
public final class Problems {

    private final Words words;

    Problems(Words words) {
        this.words = words;
    }

    /** A whole answer. */
    ResponseEntity<Object> answer(HttpServletRequest request, ProblemCode code, List<FieldError> errors) {
        var language = Languages.of(request);
        var problem = problem(code, errors, language, TraceIds.of(request));
        var answer = ResponseEntity.status(code.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag());
        retryAfter(code).ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, Integer.toString(seconds)));
        if (code == ProblemCode.NOT_AUTHENTICATED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return answer.body(problem);
    }

    /** Those whom an overload turned away come back at different times, or they would make the next one. */
    private static OptionalInt retryAfter(ProblemCode code) {
        return switch (code) {
            case TEMPORARILY_UNAVAILABLE, SCANNER_AWAY, ISSUER_AWAY, STREAMS_TOO_MANY, STREAMS_FULL ->
                OptionalInt.of(5);
            case OVERLOADED -> OptionalInt.of(ThreadLocalRandom.current().nextInt(2, 11));
            case TOO_MANY_REQUESTS -> OptionalInt.of(1);
            default -> OptionalInt.empty();
        };
    }

    /** The problem alone, for doors that are not HTTP. */
    public Problem problem(ProblemCode code, List<FieldError> errors, Locale language, String traceId) {
        return new Problem(
                code.type(),
                words.of("problem." + code.code() + ".title", language),
                code.status(),
                words.of("problem." + code.code() + ".detail", language),
                code.code(),
                errors.stream().map(error -> item(error, language)).toList(),
                traceId);
    }

    private Problem.Item item(FieldError error, Locale language) {
        var own = error.detail();
        var detail = own == null ? words.of("error." + error.code(), language, Map.of()) : own.in(language);
        return new Problem.Item(error.pointer(), error.code(), detail);
    }
}
