package org.onewindow.portal.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Collectors;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.ProblemHelp;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.text.Languages;
import org.onewindow.portal.text.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The pages behind the {@code type} of problems. */
@RestController
final class ProblemPages {

    private final ProblemHelp help;
    private final Words words;

    ProblemPages(ProblemHelp help, Words words) {
        this.help = help;
        this.words = words;
    }

    @GetMapping("/help/problems")
    ResponseEntity<String> all(HttpServletRequest http) {
        var language = Languages.of(http);
        var rows = help.all(language).stream()
                .map(topic -> "<li>%d <a href=\"/help/problems/%s\">%s</a></li>"
                        .formatted(topic.status(), topic.code(), Html.escaped(topic.title())))
                .collect(Collectors.joining("\n"));
        return Html.page(words.of("page.problems.title", language), "<ul>\n" + rows + "\n</ul>", language);
    }

    @GetMapping("/help/problems/{code}")
    ResponseEntity<String> one(@PathVariable String code, HttpServletRequest http) {
        var language = Languages.of(http);
        var topic = help.of(code, language).orElseThrow(() -> new Refusal(ProblemCode.NOT_FOUND));
        var body = "<p>%s</p>\n<p><code>%s</code> · HTTP %d</p>\n<p><a href=\"/help/problems\">%s</a></p>"
                .formatted(
                        Html.escaped(topic.detail()),
                        topic.code(),
                        topic.status(),
                        words.of("page.problems.title", language));
        return Html.page(topic.title(), body, language);
    }
}
