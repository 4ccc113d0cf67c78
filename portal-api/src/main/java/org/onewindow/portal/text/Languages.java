package org.onewindow.portal.text;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The hub's two languages. */
public final class Languages {

    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
    public static final Locale ENGLISH = Locale.ENGLISH;

    private Languages() {}

    /** The one of this name, such as {@code en}; Chinese for every other. */
    public static Locale named(@Nullable String language) {
        return ENGLISH.getLanguage().equals(language) ? ENGLISH : CHINESE;
    }

    /** The one the caller likes best ({@code Accept-Language}); Chinese where they name neither. */
    public static Locale of(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return CHINESE;
        }
        for (var wanted : Collections.list(request.getLocales())) {
            switch (wanted.getLanguage()) {
                case "zh" -> {
                    return CHINESE;
                }
                case "en" -> {
                    return ENGLISH;
                }
                default -> {}
            }
        }
        return CHINESE;
    }
}
