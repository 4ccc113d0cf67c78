package org.onewindow.portal.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

    private static final int RETRY_SECONDS = 5;
    /** Too many requests, and unavailable. */
    private static final Set<Integer> LATER = Set.of(429, 503);

    private final Words words;

    Problems(Words words) {
        this.words = words;
    }

    /** A whole answer. */
    ResponseEntity<Object> answer(HttpServletRequest request, ProblemCode code, List<FieldError> errors) {
        var language = Languages.of(request);
        var problem = new Problem(
                code.type(),
                words.of("problem." + code.code() + ".title", language),
                code.status(),
                words.of("problem." + code.code() + ".detail", language),
                code.code(),
                errors.stream().map(error -> item(error, language)).toList(),
                TraceIds.of(request));
        var answer = ResponseEntity.status(code.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag());
        if (LATER.contains(code.status())) {
            answer.header(HttpHeaders.RETRY_AFTER, Integer.toString(RETRY_SECONDS));
        }
        if (code == ProblemCode.NOT_AUTHENTICATED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return answer.body(problem);
    }

    private Problem.Item item(FieldError error, Locale language) {
        var own = error.detail();
        var detail = own == null ? words.of("error." + error.code(), language, Map.of()) : own.in(language);
        return new Problem.Item(error.pointer(), error.code(), detail);
    }
}
