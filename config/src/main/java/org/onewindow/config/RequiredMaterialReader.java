package org.onewindow.config;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.Matter.RequiredMaterial;
import org.onewindow.config.Matter.RequiredMaterial.Source;
import org.onewindow.config.Matter.RequiredMaterial.ValidOn;

/** Turns what a matter asks for, which the checks have found good, into its typed form. */
final class RequiredMaterialReader {

    private RequiredMaterialReader() {}

    static RequiredMaterial read(YamlValue value, TreeFiles files) {
        var type = value.get("type").mustBeText();
        var name = value.has("name")
                ? value
                : Objects.requireNonNullElseGet(
                        files.materials().get(type),
                        () -> Objects.requireNonNull(files.licences().get(type)));
        var from = sources(value.get("from"));
        return new RequiredMaterial(
                type,
                Contents.localised(name.get("name")),
                from,
                value.get("of").text(),
                atLeast(
                        value,
                        from.contains(Source.COMMITMENT)
                                || isSelfMade(files.materials().get(type))),
                Contents.optionalDuration(value.get("max-age")),
                value.has("valid-on")
                        ? ValidOn.valueOf(word(value.get("valid-on").mustBeText()))
                        : ValidOn.DECISION,
                Contents.optionalExpression(value.get("when")),
                need(value.get("need")));
    }

    /** Without a word of its own a matter takes what can be had: of the applicant's own making nothing is trusted more than D. */
    private static TrustLevel atLeast(YamlValue value, boolean own) {
        var text = value.get("at-least").text();
        return text == null ? own ? TrustLevel.D : TrustLevel.C : TrustLevel.valueOf(text);
    }

    private static boolean isSelfMade(@Nullable YamlValue type) {
        return type != null && type.get("self-made").json().asBoolean();
    }

    private static @Nullable Need need(YamlValue need) {
        if (need.isMissing()) {
            return null;
        }
        if (need.isText()) {
            return new Need.Answers();
        }
        return need.has("fields")
                ? new Need.Fields(need.get("fields").texts())
                : new Need.Document(Contents.localised(need.get("document")));
    }

    /** A word or a list of them. */
    private static Set<Source> sources(YamlValue from) {
        var sources = EnumSet.noneOf(Source.class);
        words(from).forEach(word -> sources.add(Source.valueOf(word(word))));
        return java.util.Collections.unmodifiableSet(sources);
    }

    static Set<String> words(YamlValue from) {
        var text = from.text();
        return text == null ? Set.copyOf(from.texts()) : Set.of(text);
    }

    private static String word(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
