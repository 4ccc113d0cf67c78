package org.onewindow.config;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** References in texts of the tree: {@code ${NAME:default}} to settings, {@code ${secret:path}} to secrets. */
final class References {

    private static final Pattern SETTING = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?::([^}]*))?}");
    private static final Pattern SECRET = Pattern.compile("\\$\\{secret:([a-z0-9][a-z0-9-]*(?:/[a-z0-9][a-z0-9-]*)*)}");
    private static final Pattern ANY = Pattern.compile("\\$\\{[A-Za-z_]+[:}]");

    private References() {}

    /** The text with its settings filled in; each one that is not set is told. */
    static String resolve(String text, Settings settings, Consumer<String> notSet) {
        return SETTING.matcher(text).replaceAll(reference -> {
            var name = reference.group(1);
            var otherwise = Optional.ofNullable(reference.group(2));
            var value = settings.value(name).or(() -> otherwise);
            if (value.isEmpty()) {
                notSet.accept(name);
            }
            return Matcher.quoteReplacement(value.orElse(""));
        });
    }

    /** The text where settings are filled in after the checks. */
    static String resolve(String text, Settings settings) {
        return resolve(text, settings, _ -> {});
    }

    static Optional<SecretReference> secret(String text) {
        var matcher = SECRET.matcher(text);
        return matcher.matches() ? Optional.of(new SecretReference(matcher.group(1))) : Optional.empty();
    }

    /** Where in the text something stands that looks like a reference; -1 where nothing does. */
    static int indexIn(String text) {
        var matcher = ANY.matcher(text);
        return matcher.find() ? matcher.start() : -1;
    }

    /** Whether, apart from references to settings, something is left that looks like a reference. */
    static boolean hasOnlySettings(String text) {
        return indexIn(SETTING.matcher(text).replaceAll("")) < 0;
    }
}
