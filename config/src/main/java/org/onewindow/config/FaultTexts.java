package org.onewindow.config;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onewindow.canonical.Localised;

/** The texts of the {@link Fault}s in both languages, with holes {@code {0} {1} …}. */
public final class FaultTexts {

    private static final Properties ENGLISH = read("diagnostics.en.properties");
    private static final Properties CHINESE = read("diagnostics.zh-CN.properties");

    private static final Pattern HOLE = Pattern.compile("\\{([0-9])}");

    private FaultTexts() {}

    /** What a code of this module is about, for {@code ./hub explain CODE}; empty for a code that it does not have. */
    public static Optional<Explanation> explain(String code) {
        return ENGLISH.containsKey(code + ".why")
                ? Optional.of(new Explanation(code, open(code + ".what"), open(code + ".why"), open(code + ".write")))
                : Optional.empty();
    }

    private static Localised open(String key) {
        return new Localised(
                HOLE.matcher(CHINESE.getProperty(key)).replaceAll("…"),
                HOLE.matcher(ENGLISH.getProperty(key)).replaceAll("…"));
    }

    static Localised text(String key, Object... words) {
        return new Localised(filled(CHINESE, Localised::zhCN, key, words), filled(ENGLISH, Localised::en, key, words));
    }

    private static String filled(Properties texts, Function<Localised, String> language, String key, Object... words) {
        var text = Objects.requireNonNull(texts.getProperty(key), () -> "no text " + key);
        return HOLE.matcher(text).replaceAll(hole -> {
            var word = words[Integer.parseInt(hole.group(1))];
            return Matcher.quoteReplacement(
                    word instanceof Localised both ? language.apply(both) : String.valueOf(word));
        });
    }

    private static Properties read(String resource) {
        var texts = new Properties();
        try (var in = Objects.requireNonNull(FaultTexts.class.getResourceAsStream(resource))) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return texts;
    }
}
