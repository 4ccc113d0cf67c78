package org.onewindow.connectors.files;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of one folder that were moved there long ago.
 *
 * <p>Its department may put another folder, or a link, in its place at any moment: what is deleted is deleted in the folder that was
 * opened, wherever the name leads by then.
 *
 * @param in the folder of answers
 * @param name of one of the hub's own in it
 */
record OldFiles(Path in, String name) {

    private static final Logger LOG = LoggerFactory.getLogger(OldFiles.class);

    private Path folder() {
        return in.resolve(name);
    }

    /** How many were deleted. */
    int delete(Instant before, int most) {
        try (DirectoryStream<Path> parent = Files.newDirectoryStream(in)) {
            if (!(parent instanceof SecureDirectoryStream<Path> secure)) {
                throw new IOException("this file system holds no folder by anything but its name");
            }
            try (var opened = secure.newDirectoryStream(Path.of(name), LinkOption.NOFOLLOW_LINKS)) {
                return delete(opened, before, most);
            }
        } catch (NoSuchFileException none) {
            return 0;
        } catch (IOException unable) {
            LOG.warn("old answers in {} cannot be cleared away", folder(), unable);
            return 0;
        }
    }

    int delete(SecureDirectoryStream<Path> opened, Instant before, int most) {
        int deleted = 0;
        try {
            for (var each = opened.iterator(); deleted < most && each.hasNext(); ) {
                deleted += isDeleted(opened, Path.of(String.valueOf(each.next().getFileName())), before) ? 1 : 0;
            }
        } catch (DirectoryIteratorException unable) {
            LOG.warn("not all of {} can be looked through", folder(), unable);
        }
        return deleted;
    }

    /** One that cannot be deleted disturbs no other. */
    private boolean isDeleted(SecureDirectoryStream<Path> opened, Path file, Instant before) {
        try {
            if (isOld(opened, file, before)) {
                opened.deleteFile(file);
                return true;
            }
        } catch (NoSuchFileException gone) {
            // another node was faster
        } catch (IOException unable) {
            LOG.warn("{} in {} cannot be cleared away", file, folder(), unable);
        }
        return false;
    }

    /** When it was moved is only told by name; so the name must lead to the very file. */
    private boolean isOld(SecureDirectoryStream<Path> opened, Path file, Instant before) throws IOException {
        var here = opened.getFileAttributeView(file, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes();
        var named = Files.readAttributes(folder().resolve(file), "unix:fileKey,ctime", LinkOption.NOFOLLOW_LINKS);
        return !here.isDirectory()
                && here.fileKey().equals(named.get("fileKey"))
                && named.get("ctime") instanceof FileTime moved
                && moved.toInstant().isBefore(before);
    }
}
