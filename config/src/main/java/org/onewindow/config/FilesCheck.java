package org.onewindow.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Checks the two folders of a department that is reached by files: below {@code HUB_FILES}, reached by no link. */
final class FilesCheck {

    private static final String SETTING = "HUB_FILES";
    private static final int MOST_DAYS_KEPT = 3650;

    private final DepartmentFolder folder;
    private final Settings settings;
    private final Diagnostics diagnostics;

    FilesCheck(DepartmentFolder folder, Settings settings, Diagnostics diagnostics) {
        this.folder = folder;
        this.settings = settings;
        this.diagnostics = diagnostics;
    }

    static Optional<Path> root(Settings settings) {
        return settings.value(SETTING)
                .map(value -> Path.of(value).toAbsolutePath().normalize());
    }

    void check(YamlValue files) {
        checkEnvelope();
        new BoundsCheck(diagnostics).days(files, "kept", MOST_DAYS_KEPT);
        var root = root(settings);
        if (root.isEmpty()) {
            diagnostics.report(folder.file().get("endpoint").placeOf("files"), Fault.FILES_NOT_SET, SETTING);
        }
        for (var way : List.of("out", "in")) {
            var path = files.get(way);
            if (root.isPresent() && path.isText() && leadsAway(root.get(), path.mustBeText())) {
                diagnostics.report(path.place(), Fault.FOLDER_ASTRAY, path.mustBeText());
            }
        }
    }

    /** A document inside a string is SOAP's: a file is the document itself. */
    private void checkEnvelope() {
        if (folder.file().has("envelope")) {
            diagnostics.report(
                    folder.file().placeOf("envelope"),
                    Fault.WRONG_TRANSPORT,
                    "envelope",
                    "endpoint: {files}",
                    "the document itself as the message");
        }
    }

    /** Whatever is not there yet leads nowhere else; a name that climbs has been refused by its form. */
    private static boolean leadsAway(Path root, String below) {
        var at = root;
        for (var part : Path.of(below)) {
            at = at.resolve(part.toString());
            if (Files.isSymbolicLink(at)) {
                return true;
            }
        }
        return false;
    }
}
