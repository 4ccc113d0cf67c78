package org.onewindow.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;

/** The directory of secret files ({@code HUB_SECRETS}): one file a secret, its name the path, its text the value. */
public final class Secrets {

    private static final int LONGEST = 64 * 1024;
    private static final Pattern LINE_END = Pattern.compile("\\R+\\z");
    private final Path directory;

    private Secrets(Path directory) {
        this.directory = directory;
    }

    public static Secrets in(Path directory) {
        return new Secrets(directory);
    }

    /**
     * The value, read anew each time, so that a changed secret counts at once; a line end at its end is not part of it.
     *
     * @throws MissingSecret where the file is not there, empty or not to be read; says which file to make
     */
    public String value(SecretReference reference) {
        var file = directory.resolve(reference.name()).normalize();
        if (!file.startsWith(directory.normalize())) {
            throw new MissingSecret(reference, "its name leads out of the directory of secrets");
        }
        try {
            if (Files.size(file) > LONGEST) {
                throw new MissingSecret(reference, "its file is larger than " + LONGEST + " bytes");
            }
            var value = LINE_END.matcher(Files.readString(file)).replaceFirst("");
            if (value.isEmpty()) {
                throw new MissingSecret(reference, "its file is empty");
            }
            return value;
        } catch (NoSuchFileException missing) {
            throw new MissingSecret(reference, "its file is missing");
        } catch (IOException failure) {
            throw new MissingSecret(
                    reference, "its file cannot be read: " + failure.getClass().getSimpleName());
        }
    }

    /** The names of the folders below this one, such as those of {@code clients}; empty where it is not there. */
    public List<String> foldersIn(String folder) {
        var parent = directory.resolve(folder);
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (var entries = Files.list(parent)) {
            return entries.filter(Files::isDirectory)
                    .map(entry -> String.valueOf(entry.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("the secrets in " + folder + " cannot be listed", failure);
        }
    }

    /** Makes a secret, for the hub alone to read. Of several nodes that do so at once, all get the first one's. */
    public void make(SecretReference reference, String value) throws IOException {
        var file = directory.resolve(reference.name());
        var folder = Files.createDirectories(file.resolveSibling(""));
        var ours = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var draft = Files.createTempFile(folder, "secret", ".new", ours);
        try {
            Files.writeString(draft, value);
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException anotherNodesIsThere) {
            // which is as good, and perhaps in use already
        } finally {
            Files.delete(draft);
        }
    }

    public boolean has(SecretReference reference) {
        return Files.isRegularFile(directory.resolve(reference.name()));
    }

    @Override
    public String toString() {
        return "Secrets";
    }

    /** A secret that the configuration refers to is not there. */
    public static final class MissingSecret extends RuntimeException {

        private MissingSecret(SecretReference reference, String why) {
            super("secret " + reference.name() + ": " + why + "; write the value into the file " + reference.name()
                    + " in the directory HUB_SECRETS, readable for the hub alone");
        }
    }
}
