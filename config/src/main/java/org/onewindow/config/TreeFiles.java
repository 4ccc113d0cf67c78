package org.onewindow.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The YAML files of a tree, each held against its schema; by name without the ending.
 *
 * @param unreadable departments that are there, but whose descriptor is no YAML
 */
record TreeFiles(
        SequencedMap<String, YamlValue> departments,
        SequencedMap<String, YamlValue> matters,
        SequencedMap<String, YamlValue> inquiries,
        SequencedMap<String, YamlValue> channels,
        SequencedMap<String, YamlValue> licences,
        SequencedMap<String, YamlValue> materials,
        SequencedMap<String, YamlValue> calendars,
        YamlValue hub,
        java.util.Set<String> unreadable) {

    private static final String YAML = ".yaml";
    private static final String FORM = ".form.schema.json";
    private static final String FIELDS = ".fields.schema.json";

    static TreeFiles in(Path root, Diagnostics diagnostics) {
        return new Finder(root, diagnostics).find();
    }

    private record Finder(Path root, Diagnostics diagnostics) {

        TreeFiles find() {
            var unreadable = new java.util.TreeSet<String>();
            var departments = folders("departments", "department", unreadable);
            return new TreeFiles(
                    departments,
                    folder("matters", "matter", FORM),
                    folder("inquiries", "inquiry", FORM),
                    folders("channels", "channel", new java.util.TreeSet<>()),
                    folder("licences", "licence", FIELDS),
                    folder("materials", "material", YAML),
                    folder("calendars", "calendar", YAML),
                    hub(),
                    unreadable);
        }

        /** Folders of one descriptor each. */
        private SequencedMap<String, YamlValue> folders(String parent, String kind, java.util.Set<String> unreadable) {
            var found = new TreeMap<String, YamlValue>();
            for (var folder : list(parent)) {
                var id = folder.getFileName().toString();
                var file = parent + "/" + id + "/" + kind + YAML;
                if (!Files.isDirectory(folder)) {
                    stray(parent + "/" + id, "<id>/" + kind + YAML);
                } else if (!Files.isRegularFile(root.resolve(file))) {
                    diagnostics.report(Place.startOf(file), Fault.MISSING_FILE, file);
                    unreadable.add(id);
                } else {
                    var value = read(file, kind);
                    if (value == null) {
                        unreadable.add(id);
                    } else {
                        found.put(id, value);
                    }
                }
            }
            return found;
        }

        private SequencedMap<String, YamlValue> folder(String folder, String kind, String otherEnding) {
            var found = new TreeMap<String, YamlValue>();
            for (var path : list(folder)) {
                var name = path.getFileName().toString();
                if (name.endsWith(YAML) && Files.isRegularFile(path)) {
                    var value = read(folder + "/" + name, kind);
                    if (value != null) {
                        found.put(name.substring(0, name.length() - YAML.length()), value);
                    }
                } else if (!name.endsWith(otherEnding)) {
                    stray(folder + "/" + name, "*" + YAML + (otherEnding.equals(YAML) ? "" : ", *" + otherEnding));
                }
            }
            return found;
        }

        private YamlValue hub() {
            var value = Files.exists(root.resolve("hub.yaml")) ? read("hub.yaml", "hub") : null;
            return value == null ? YamlValue.nothingAt(Place.startOf("hub.yaml")) : value;
        }

        private @Nullable YamlValue read(String file, String kind) {
            var value = new YamlFile(diagnostics).read(root.resolve(file), file).orElse(null);
            if (value != null) {
                new StructureCheck(diagnostics).check(value, kind);
            }
            return value;
        }

        private void stray(String file, String expected) {
            diagnostics.report(Place.startOf(file), Fault.STRAY_FILE, file, expected);
        }

        /** The folder's entries by name; what starts with a dot belongs to the machine. */
        private List<Path> list(String folder) {
            if (!Files.isDirectory(root.resolve(folder))) {
                return List.of();
            }
            try (var entries = Files.list(root.resolve(folder))) {
                return entries.filter(path -> !path.getFileName().toString().startsWith("."))
                        .sorted()
                        .toList();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** What a department's operations are, as far as its descriptor can be read. */
    Map<String, YamlValue> operationsOf(String department) {
        var file = departments.get(department);
        return file == null ? Map.of() : file.get("operations").entries();
    }
}
