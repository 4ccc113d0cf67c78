package org.onewindow.config;

import java.nio.file.Path;
import java.util.Map;

/** Checks what the files of a tree say together. */
final class MeaningCheck {

    private final Path root;
    private final TreeFiles files;
    private final Map<String, DepartmentFolder> departments;
    private final Diagnostics diagnostics;

    MeaningCheck(Path root, TreeFiles files, Map<String, DepartmentFolder> departments, Diagnostics diagnostics) {
        this.root = root;
        this.files = files;
        this.departments = departments;
        this.diagnostics = diagnostics;
    }

    void check(Settings settings) {
        var names = new OperationNames(files, diagnostics);
        departments.forEach((id, folder) -> new DepartmentCheck(id, folder, settings, diagnostics).check(names));
        new FolderOwners(departments, diagnostics).check();
        var types = new RegisteredTypes(files);
        var matters = new MatterCheck(root.resolve("matters"), names, types, diagnostics);
        files.matters().forEach(matters::check);
        var inquiries = new InquiryCheck(root.resolve("inquiries"), names, diagnostics);
        files.inquiries().forEach(inquiries::check);
        var channels =
                new ChannelCheck(root.resolve("channels"), files.matters().keySet(), diagnostics);
        files.channels().forEach(channels::check);
        var licences = new LicenceTypeCheck(root.resolve("licences"), files, names, diagnostics);
        files.licences().forEach(licences::check);
        var materials = new MaterialTypeCheck(names, types, diagnostics);
        files.materials().forEach(materials::check);
        new CircularProofs(files, diagnostics).check();
        var calendars = new CalendarCheck(diagnostics);
        files.calendars().forEach(calendars::check);
        HubFileCheck.check(files.hub(), diagnostics);
    }
}
