package org.onewindow.portal.text;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The portal's texts, by key; {@code {name}} in a text is a hole for a detail of that name. */
@Component
public final class Words {

    private static final String BUNDLE = "org.onewindow.portal.text.words";
    private static final Pattern HOLE = Pattern.compile("\\{([a-zA-Z-]+)}");

    private final ResourceBundle chinese = bundle(Locale.ROOT);
    private final ResourceBundle english = bundle(Languages.ENGLISH);

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public String of(String key, Locale language) {
        return of(key, language, Map.of());
    }

    /** The text with its holes filled; the key itself where there is no such text, so that nobody sees an empty line. */
    public String of(String key, Locale language, Map<String, String> details) {
        return find(key, language, details).orElse(key);
    }

    public Optional<String> find(String key, Locale language, Map<String, String> details) {
        var bundle = language.getLanguage().equals("en") ? english : chinese;
        return bundle.containsKey(key) ? Optional.of(fill(bundle.getString(key), details)) : Optional.empty();
    }

    private static String fill(String text, Map<String, String> details) {
        return HOLE.matcher(text)
                .replaceAll(hole -> Matcher.quoteReplacement(details.getOrDefault(hole.group(1), "–")));
    }
}
