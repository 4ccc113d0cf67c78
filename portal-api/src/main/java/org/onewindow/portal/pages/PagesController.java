package org.onewindow.portal.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.onewindow.portal.text.Languages;
import org.onewindow.portal.text.Words;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page that says where things are, and the API's description, for programs and for people. */
@RestController
final class PagesController {

    private static final MediaType YAML = new MediaType("application", "yaml", StandardCharsets.UTF_8);

    private static final MediaType SCHEMA = new MediaType("application", "schema+json", StandardCharsets.UTF_8);

    private final Words words;

    PagesController(Words words) {
        this.words = words;
    }

    @GetMapping("/")
    ResponseEntity<String> home(HttpServletRequest http) {
        var language = Languages.of(http);
        var body =
                """
                <p>%s</p>
                <ul>
                <li><a href="/docs">%s</a></li>
                <li><a href="/v1/openapi.yaml">/v1/openapi.yaml</a></li>
                <li><a href="/help/problems">%s</a></li>
                <li><a href="/actuator/health">%s</a></li>
                </ul>
                """
                        .formatted(
                                words.of("page.home.about", language),
                                words.of("page.home.docs", language),
                                words.of("page.home.problems", language),
                                words.of("page.home.health", language));
        return Html.page(words.of("page.home.title", language), body, language);
    }

    @GetMapping("/v1/openapi.yaml")
    ResponseEntity<String> openApi() {
        return ResponseEntity.ok().contentType(YAML).body(text("openapi.yaml"));
    }

    /** The canonical model's JSON form, published for whoever sends or receives it. */
    @GetMapping("/v1/schemas/canonical.json")
    ResponseEntity<String> canonical() {
        return ResponseEntity.ok().contentType(SCHEMA).body(resource("org/onewindow/canonical/canonical.schema.json"));
    }

    @GetMapping("/docs")
    ResponseEntity<String> docs(HttpServletRequest http) {
        return Html.answer(text("docs.html"), Languages.of(http));
    }

    @GetMapping("/docs/start.js")
    ResponseEntity<String> start() {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "javascript", StandardCharsets.UTF_8))
                .body(text("start.js"));
    }

    private static String text(String name) {
        return resource("org/onewindow/portal/pages/" + name);
    }

    private static String resource(String path) {
        try {
            return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a page is missing in the build", impossible);
        }
    }
}
