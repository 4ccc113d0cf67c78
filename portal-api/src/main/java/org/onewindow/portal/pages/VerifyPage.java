package org.onewindow.portal.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.onewindow.licences.Licence;
import org.onewindow.portal.text.Languages;
import org.onewindow.portal.text.Words;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the code on a licence's document leads: the state of the licence, for everybody who holds the document. */
@RestController
final class VerifyPage {

    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);

    private final Words words;

    VerifyPage(Words words) {
        this.words = words;
    }

    /** Every answer stands in it, hidden; the script asks and shows the one that holds. */
    @GetMapping("/verify")
    ResponseEntity<String> page(HttpServletRequest http) {
        var language = Languages.of(http);
        var answers = Arrays.stream(Licence.Status.values())
                .map(state -> "<p id=\"%s\" hidden>%s</p>"
                        .formatted(state.code(), words.of("page.verify." + state.code(), language)))
                .collect(Collectors.joining("\n"));
        var body = "<p id=\"wait\">%s</p>\n%s\n<p id=\"later\" hidden>%s</p>\n<script src=\"/verify.js\"></script>"
                .formatted(words.of("page.verify.wait", language), answers, words.of("page.verify.later", language));
        return Html.page(words.of("page.verify.title", language), body, language);
    }

    @GetMapping("/verify.js")
    ResponseEntity<ClassPathResource> script() {
        return ResponseEntity.ok()
                .contentType(SCRIPT)
                .body(new ClassPathResource("org/onewindow/portal/pages/verify.js"));
    }
}
