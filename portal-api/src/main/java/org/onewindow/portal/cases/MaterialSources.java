package org.onewindow.portal.cases;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.portal.text.Words;

/** Says where the materials of a case came from. */
final class MaterialSources {

    private final Words words;

    MaterialSources(Words words) {
        this.words = words;
    }

    /** {@code details}: standing by {@code type} or {@code type.party}, as the trace has them. */
    String of(Map<String, String> details, CaseSnapshot found, Locale language) {
        return new TreeMap<>(details)
                .entrySet().stream()
                        .map(one -> name(one.getKey(), found, language)
                                + words.of("trace.colon", language)
                                + words.of("standing." + one.getValue(), language))
                        .collect(Collectors.joining(words.of("trace.semicolon", language)));
    }

    private static String name(String key, CaseSnapshot found, Locale language) {
        int dot = key.indexOf('.');
        var type = dot < 0 ? key : key.substring(0, dot);
        var name = found.matter().materials().stream()
                .filter(material -> material.type().equals(type))
                .findFirst()
                .map(material -> material.name().in(language))
                .orElse(type);
        return dot < 0 ? name : name + " " + key.substring(dot + 1);
    }
}
