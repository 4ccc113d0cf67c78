package org.onewindow.portal.problem;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.onewindow.portal.text.Words;
import org.springframework.stereotype.Component;

/** What each kind of problem means and what to do about it, for its page. */
@Component
public final class ProblemHelp {

    private final Words words;

    ProblemHelp(Words words) {
        this.words = words;
    }

    /** One kind of problem. */
    public record Topic(String code, int status, String title, String detail) {}

    public List<Topic> all(Locale language) {
        return Arrays.stream(ProblemCode.values())
                .map(code -> topic(code, language))
                .toList();
    }

    public Optional<Topic> of(String code, Locale language) {
        return ProblemCode.of(code).map(known -> topic(known, language));
    }

    private Topic topic(ProblemCode code, Locale language) {
        return new Topic(
                code.code(),
                code.status(),
                words.of("problem." + code.code() + ".title", language),
                words.of("problem." + code.code() + ".detail", language));
    }
}
