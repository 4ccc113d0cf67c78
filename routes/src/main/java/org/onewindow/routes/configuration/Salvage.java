package org.onewindow.routes.configuration;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.onewindow.config.Archive;
import org.onewindow.config.Diagnostic;

/**
 * Saves what is good of a tree in which something is broken: each broken part as it served last, or where that does not hold, not at
 * all. A part is a department, a channel, a matter, an inquiry, a kind of material or of licence.
 */
final class Salvage {

    private static final Set<String> FOLDERS = Set.of("departments", "channels");
    private static final Set<String> FILES = Set.of("matters", "inquiries", "materials", "licences");

    private final Archive lastGood;
    private final Set<String> tried = new HashSet<>();
    private final Set<String> broken = new TreeSet<>();

    Salvage(Archive lastGood) {
        this.lastGood = lastGood;
    }

    /** The parts that were broken so far, such as {@code departments/tax}. */
    List<String> broken() {
        return List.copyOf(broken);
    }

    /** The files with the parts that these findings are about replaced; empty: something is broken that is no part, and must be mended. */
    Optional<Archive> without(List<Diagnostic> findings, Archive files) {
        var parts = new TreeSet<String>();
        for (var finding : findings) {
            var part = partOf(finding.file());
            if (part.isEmpty()) {
                return Optional.empty();
            }
            parts.add(part.get());
        }
        var next = files;
        for (var part : parts) {
            broken.add(part.substring(0, part.length() - 1));
            var asBefore = next.with(lastGood, name -> name.startsWith(part));
            next = tried.add(part) && !asBefore.equals(next) ? asBefore : next.part(name -> !name.startsWith(part));
        }
        return next.equals(files) || next.departments().isEmpty() ? Optional.empty() : Optional.of(next);
    }

    /** What the names of all files of the part begin with. */
    private static Optional<String> partOf(String file) {
        var segments = file.split("/", -1);
        if (segments.length > 1 && FOLDERS.contains(segments[0])) {
            return Optional.of(segments[0] + "/" + segments[1] + "/");
        }
        return segments.length > 1 && FILES.contains(segments[0])
                ? Optional.of(segments[0] + "/" + segments[1].replaceFirst("\\..*$", "") + ".")
                : Optional.empty();
    }
}
