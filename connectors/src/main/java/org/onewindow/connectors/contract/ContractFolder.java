package org.onewindow.connectors.contract;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The folder a contract lies in: nothing outside of it is read, whatever the contract refers to. */
final class ContractFolder {

    static final long LARGEST_BYTES = 10L * 1024 * 1024;
    private static final int DEEPEST = 6;
    private static final int MOST_FILES = 500;

    private final Path folder;

    ContractFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    Location locate(String from, String location) {
        try {
            var uri = URI.create(location.replace('\\', '/').replace(" ", "%20"));
            if (uri.isAbsolute() || uri.getRawAuthority() != null || uri.getPath() == null) {
                return new Location.Elsewhere();
            }
            if (uri.getPath().startsWith("/")) {
                return new Location.Outside();
            }
            var there = folder.resolve(from).resolveSibling(uri.getPath()).normalize();
            return there.startsWith(folder)
                    ? new Location.Inside(folder.relativize(there).toString().replace('\\', '/'))
                    : new Location.Outside();
        } catch (IllegalArgumentException noUri) {
            return new Location.Elsewhere();
        }
    }

    /** Whether a file of this path is there, and really inside. */
    boolean has(String path) {
        var file = folder.resolve(path);
        try {
            return Files.isRegularFile(file) && file.toRealPath().startsWith(folder.toRealPath());
        } catch (IOException gone) {
            return false;
        }
    }

    /** The bytes of a file; one larger than 10 MB is an {@link IOException} that says so. */
    byte[] bytes(String path) throws IOException {
        var file = folder.resolve(path);
        if (Files.size(file) > LARGEST_BYTES) {
            throw new IOException("larger than " + LARGEST_BYTES + " bytes");
        }
        return Files.readAllBytes(file);
    }

    /** The file of this name wherever it is, upper and lower case alike, if there is only one. */
    Optional<String> named(String location) {
        var plain = location.replace('\\', '/');
        var name = plain.substring(plain.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        var found = documents().stream()
                .filter(path -> path.substring(path.lastIndexOf('/') + 1)
                        .toLowerCase(Locale.ROOT)
                        .equals(name))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** The schemas and WSDLs of the folder, at most 500. */
    List<String> documents() {
        try (var files = Files.walk(folder, DEEPEST)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> path.toLowerCase(Locale.ROOT).matches(".*\\.(xsd|wsdl|xml)"))
                    .limit(MOST_FILES)
                    .sorted()
                    .toList();
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            return List.of();
        }
    }
}
