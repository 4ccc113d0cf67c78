package org.onewindow.connectors.probe;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.onewindow.config.Department;
import org.onewindow.connectors.files.Folder;
import org.onewindow.connectors.probe.Probed.Said;

/** Tries whether the two folders of a department that exchanges files are there and can be written. */
final class FolderProbe {

    private FolderProbe() {}

    static List<Probed> of(Department.Endpoint.Files files) {
        return List.of(
                Probed.timed("out", () -> folder(new Folder(files.root(), files.out()))),
                Probed.timed("in", () -> folder(new Folder(files.root(), files.in()))));
    }

    private static Said folder(Folder folder) {
        try {
            return Files.isWritable(folder.open())
                    ? new Said(true, folder.below() + " is there")
                    : new Said(false, folder.below() + " cannot be written");
        } catch (IOException missing) {
            return new Said(
                    false,
                    folder.below() + " is no folder below HUB_FILES: "
                            + missing.getClass().getSimpleName());
        }
    }
}
