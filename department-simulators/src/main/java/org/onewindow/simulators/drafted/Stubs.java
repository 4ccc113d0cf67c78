package org.onewindow.simulators.drafted;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The stubs in departments' folders. */
final class Stubs {

    private static final String ID = "[a-z][a-z0-9-]*";

    private Stubs() {}

    static boolean isDepartment(String id) {
        return id.matches(ID);
    }

    /** Those of one department, the most urgent first. */
    static List<Stub> of(Path departments, String id) {
        if (!isDepartment(id) || !Files.isDirectory(folder(departments, id))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder(departments, id))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(Stub::read)
                    .flatMap(Optional::stream)
                    .sorted(Comparator.comparingInt(Stub::priority))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path folder(Path departments, String id) {
        return departments.resolve(id).resolve("simulator").resolve("mappings");
    }
}
