package org.onewindow.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Checks that each folder of files has one use: two departments in one would refuse each other's answers. */
final class FolderOwners {

    private final Map<String, DepartmentFolder> departments;
    private final Diagnostics diagnostics;

    FolderOwners(Map<String, DepartmentFolder> departments, Diagnostics diagnostics) {
        this.departments = departments;
        this.diagnostics = diagnostics;
    }

    void check() {
        var taken = new ArrayList<String>();
        for (var department : departments.values()) {
            var files = department.file().get("endpoint").get("files");
            for (var way : List.of("out", "in")) {
                var folder = files.get(way);
                if (folder.isText()) {
                    taken.stream()
                            .filter(other -> overlap(Path.of(folder.mustBeText()), Path.of(other)))
                            .forEach(other -> diagnostics.report(
                                    folder.place(), Fault.FOLDERS_OVERLAP, folder.mustBeText(), other));
                    taken.add(folder.mustBeText());
                }
            }
        }
    }

    private static boolean overlap(Path one, Path other) {
        return one.startsWith(other) || other.startsWith(one);
    }
}
