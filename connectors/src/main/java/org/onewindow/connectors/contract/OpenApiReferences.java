package org.onewindow.connectors.contract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks after the references of an OpenAPI document; what stands in other files of the folder is taken in under {@code x-files}. */
final class OpenApiReferences {

    static final String TAKEN_IN = "x-files";
    private static final int MOST_FILES = 100;

    private final OpenApiDoctor doctor;
    private final YamlDocument main;
    private final Map<String, String> prefixes = new LinkedHashMap<>();
    private final Deque<TakenIn> open = new ArrayDeque<>();
    private final Map<String, @Nullable Object> files = new LinkedHashMap<>();

    OpenApiReferences(OpenApiDoctor doctor, YamlDocument main) {
        this.doctor = doctor;
        this.main = main;
    }

    @SuppressWarnings("unchecked") // made of maps with text keys
    void follow() {
        var name = main.spot(main.root()).file();
        prefixes.put(name, "#");
        open.add(new TakenIn(name, "#", main));
        while (!open.isEmpty()) {
            var next = open.pop();
            look(next, next.document().root());
        }
        if (!files.isEmpty() && main.root() instanceof Map<?, ?> root) {
            ((Map<String, @Nullable Object>) root).put(TAKEN_IN, files);
        }
        check(main.root());
    }

    List<String> originals() {
        return new ArrayList<>(prefixes.keySet());
    }

    @SuppressWarnings("unchecked") // made of maps with text keys
    private void look(TakenIn in, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            if (map.get("$ref") instanceof String reference) {
                ((Map<String, @Nullable Object>) map)
                        .put("$ref", led(in, reference, in.document().spot(map)));
            }
            map.values().forEach(each -> look(in, each));
        } else if (value instanceof List<?> list) {
            list.forEach(each -> look(in, each));
        }
    }

    /** The same reference, seen from the whole document. */
    private String led(TakenIn in, String reference, Spot spot) {
        int hash = reference.indexOf('#');
        var location = hash < 0 ? reference : reference.substring(0, hash);
        var pointer = hash < 0 ? "" : reference.substring(hash + 1);
        if (location.isEmpty()) {
            return in.prefix() + pointer;
        }
        var there = doctor.folder().locate(in.path(), location);
        if (!(there instanceof Location.Inside(var path)) || !doctor.folder().has(path)) {
            doctor.found(
                    there instanceof Location.Outside ? ContractFault.OUTSIDE : ContractFault.MISSING_FILE,
                    spot,
                    location);
            return reference;
        }
        return takenIn(path, spot) + pointer;
    }

    private String takenIn(String path, Spot spot) {
        var known = prefixes.get(path);
        if (known != null) {
            return known;
        }
        if (prefixes.size() >= MOST_FILES) {
            doctor.found(ContractFault.TOO_LARGE, spot, "more than " + MOST_FILES + " files");
            return "#";
        }
        var name = "f" + prefixes.size();
        var prefix = "#/" + TAKEN_IN + "/" + name;
        prefixes.put(path, prefix);
        var document = doctor.open(path);
        if (document != null) {
            files.put(name, document.root());
            open.add(new TakenIn(path, prefix, document));
            doctor.merged(spot, path);
        }
        return prefix;
    }

    private void check(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            if (map.get("$ref") instanceof String reference
                    && reference.startsWith("#")
                    && JsonTree.at(main.root(), reference) == null) {
                doctor.found(ContractFault.BAD_REFERENCE, main.spot(map), reference);
            }
            map.values().forEach(this::check);
        } else if (value instanceof List<?> list) {
            list.forEach(this::check);
        }
    }
}
