package org.onewindow.connectors.draft;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.onewindow.config.Diagnostic;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** What departments call things: {@code config/glossary.yaml}. */
public final class Glossary {

    private static final int LARGEST = 200_000;
    private static final List<String> LEADING = List.of(
            "applicant",
            "applyer",
            "apply",
            "sqr",
            "user",
            "person",
            "personal",
            "citizen",
            "owner",
            "cust",
            "ryxx",
            "gr");

    private final Map<String, String> places;

    private Glossary(Map<String, String> places) {
        this.places = places;
    }

    /**
     * The glossary of a tree; the hub's own where it has none.
     *
     * @throws IllegalArgumentException it is no glossary
     */
    public static Glossary of(Path root) {
        var file = root.resolve("glossary.yaml");
        try (var own = Diagnostic.class.getResourceAsStream("glossary.yaml")) {
            return read(
                    Files.isRegularFile(file)
                            ? Files.readString(file)
                            : new String(Objects.requireNonNull(own).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Glossary read(String text) {
        var options = new LoaderOptions();
        options.setCodePointLimit(LARGEST);
        options.setMaxAliasesForCollections(0);
        options.setAllowDuplicateKeys(false);
        try {
            Object document = new Yaml(new SafeConstructor(options)).load(text);
            var places = new HashMap<String, String>();
            if (document instanceof Map<?, ?> glossary && glossary.get("terms") instanceof List<?> terms) {
                for (var term : terms) {
                    if (term instanceof Map<?, ?> one && one.get("as") instanceof List<?> names) {
                        names.forEach(
                                name -> places.putIfAbsent(plain(String.valueOf(name)), String.valueOf(one.get("to"))));
                    }
                }
            }
            return new Glossary(places);
        } catch (YAMLException broken) {
            throw new IllegalArgumentException("glossary.yaml: " + broken.getMessage(), broken);
        }
    }

    /** The place in the canonical request that a field of this name means. */
    Optional<String> place(String name) {
        var plain = plain(name);
        var found = places.get(plain);
        for (var leading : LEADING) {
            if (found == null && plain.startsWith(leading) && plain.length() > leading.length()) {
                found = places.get(plain.substring(leading.length()));
            }
        }
        return Optional.ofNullable(found);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
