package org.onewindow.portal.pages;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.HtmlUtils;

/** The frame of the hub's few pages. */
final class Html {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private Html() {}

    /**
     * A page.
     *
     * @param title plain text
     * @param body HTML
     */
    static ResponseEntity<String> page(String title, String body, Locale language) {
        var text = escaped(title);
        return answer(
                """
                <!doctype html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style>body{font:1rem/1.6 system-ui,sans-serif;max-width:44rem;margin:3rem auto;padding:0 1rem}code{background:#eee;padding:0 .3em}</style>
                </head>
                <body>
                <main>
                <h1>%s</h1>
                %s
                </main>
                </body>
                </html>
                """
                        .formatted(language.toLanguageTag(), text, text, body),
                language);
    }

    static ResponseEntity<String> answer(String html, Locale language) {
        return ResponseEntity.ok()
                .contentType(HTML)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(html);
    }

    static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }
}
