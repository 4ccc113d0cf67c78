package org.onewindow.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a tree in three passes: every file for itself, then what they say together, then, where nothing is wrong, the typed form. */
final class TreeReader {

    /** What of a root is the tree; {@code hub.yaml} beside it is each node's own. */
    static final List<String> PARTS =
            List.of("departments", "matters", "inquiries", "channels", "licences", "materials", "calendars");

    /** All of a folder. */
    static final List<String> WHOLE = List.of("");

    private final Path root;
    private final Settings environment;
    private final Diagnostics diagnostics;

    TreeReader(Path root, Settings environment, Diagnostics diagnostics) {
        this.root = root;
        this.environment = environment;
        this.diagnostics = diagnostics;
    }

    Configuration read() {
        if (!Files.isDirectory(root.resolve("departments"))) {
            diagnostics.report(Place.startOf("departments"), Fault.MISSING_FILE, "departments/");
            return new Configuration.Broken(diagnostics.inOrder());
        }
        var files = TreeFiles.in(root, diagnostics);
        var settings = environment.over(hubSettings(files.hub()));
        var departments = new LinkedHashMap<String, DepartmentFolder>();
        files.departments()
                .forEach((id, file) -> departments.put(
                        id, DepartmentFolder.of(root.resolve("departments").resolve(id), file, diagnostics)));
        new MeaningCheck(root, files, departments, diagnostics).check(settings);
        return diagnostics.isEmpty()
                ? new Configuration.Loaded(typed(files, departments, settings))
                : new Configuration.Broken(diagnostics.inOrder());
    }

    static Map<String, String> hubSettings(YamlValue hub) {
        var settings = new LinkedHashMap<String, String>();
        hub.entries().forEach((key, value) -> {
            if (!key.equals("apiVersion")) {
                settings.put(key, Contents.scalar(value));
            }
        });
        return settings;
    }

    private ConfigurationTree typed(TreeFiles files, Map<String, DepartmentFolder> folders, Settings settings) {
        var departments = new LinkedHashMap<String, Department>();
        folders.forEach((id, folder) -> departments.put(
                id, new DepartmentReader(settings).read(folder.file(), folder.path(), folder.contract())));
        var matters = new LinkedHashMap<String, Matter>();
        files.matters().forEach((code, file) -> {
            var form = form("matters", file);
            var revision = Revision.of(
                    root,
                    List.of(
                            "matters/" + code + ".yaml",
                            "matters/" + file.get("form").mustBeText()));
            matters.put(code, MatterReader.read(file, revision, form, files));
        });
        var inquiries = new LinkedHashMap<String, Inquiry>();
        files.inquiries().forEach((id, file) -> inquiries.put(id, InquiryReader.read(file, form("inquiries", file))));
        var channels = new LinkedHashMap<String, Channel>();
        files.channels()
                .forEach((id, file) -> channels.put(
                        id, ChannelReader.read(file, root.resolve("channels").resolve(id))));
        var licences = new LinkedHashMap<String, LicenceType>();
        files.licences()
                .forEach((id, file) ->
                        licences.put(id, LicenceTypeReader.read(file, schema("licences", file, "fields"))));
        var materials = new LinkedHashMap<String, MaterialType>();
        files.materials().forEach((id, file) -> materials.put(id, MaterialTypeReader.read(file)));
        return new ConfigurationTree(
                Revision.of(root, PARTS),
                java.util.Collections.unmodifiableMap(departments),
                java.util.Collections.unmodifiableMap(matters),
                java.util.Collections.unmodifiableMap(inquiries),
                java.util.Collections.unmodifiableMap(channels),
                java.util.Collections.unmodifiableMap(licences),
                java.util.Collections.unmodifiableMap(materials),
                CalendarReader.read(files.calendars().values()));
    }

    private String form(String folder, YamlValue file) {
        return schema(folder, file, "form");
    }

    private String schema(String folder, YamlValue file, String key) {
        var path = root.resolve(folder).resolve(file.get(key).mustBeText());
        return FormSchema.read(path).map(JsonNode::toString).orElseThrow();
    }
}
