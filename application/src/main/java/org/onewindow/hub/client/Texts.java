package org.onewindow.hub.client;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the command line and the demo say, in Chinese or English. */
public final class Texts {

    private final ResourceBundle bundle;

    public Texts(Locale locale) {
        this.bundle = ResourceBundle.getBundle("org.onewindow.hub.client.texts", locale);
    }

    /** The language of {@code --lang} or {@code LANG}: Chinese where it begins with {@code zh}, else English. */
    public static Locale locale(String language) {
        return language.startsWith("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }

    public String say(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale()).format(values);
    }

    /** The language as the API understands it: {@code zh-CN} or {@code en}. */
    public String tag() {
        return locale().equals(Locale.SIMPLIFIED_CHINESE) ? "zh-CN" : "en";
    }

    public Locale locale() {
        return bundle.getLocale().getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }
}
