package org.onewindow.cases.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks PostgreSQL's programs from the class path, once for each version. */
final class PostgresPrograms {

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

    private PostgresPrograms() {}

    /** The folder with {@code bin/postgres}; complete or not there at all, since it is made beside and moved. */
    static Path unpack(Path home) throws IOException {
        var archive = PostgresPrograms.class.getResource(ARCHIVE);
        if (archive == null) {
            throw new IllegalStateException(
                    "there is no PostgreSQL for this machine on the class path: set HUB_DATABASE_URL");
        }
        var programs = home.resolve("pg-" + Long.toHexString(checksum(archive)));
        if (!Files.isDirectory(programs)) {
            var draft = Files.createTempDirectory(home, "unpacking");
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
            try (var tar =
                    new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive.openStream())))) {
                for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(entry, tar, draft);
                }
            }
            Files.move(draft, programs, StandardCopyOption.ATOMIC_MOVE);
        }
        return programs;
    }

    private static void unpack(TarArchiveEntry entry, TarArchiveInputStream tar, Path folder) throws IOException {
        var target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("the archive has an entry outside itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            boolean executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    /** What the jar itself says of the archive, so that no start has to read it. */
    private static long checksum(URL archive) throws IOException {
        return archive.openConnection() instanceof JarURLConnection jar
                ? jar.getJarEntry().getCrc()
                : archive.openConnection().getContentLengthLong();
    }
}
