package org.onewindow.licences;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.onewindow.cases.IdentityHash;
import org.onewindow.licences.blobs.BlobStore;
import org.onewindow.licences.blobs.BlobsAway;
import org.onewindow.licences.keys.Erased;
import org.onewindow.licences.keys.HolderId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Files of a hub before, which kept what people handed in as plain files, by owner and content. They are moved into the store in the
 * background; until one is, it is read where it lies.
 */
final class FormerUploads {

    private static final Logger LOG = LoggerFactory.getLogger(FormerUploads.class);
    private static final Pattern PERSON = Pattern.compile("[0-9a-f]{64}");
    private static final int BATCH = 50;

    private final JdbcClient sql;
    private final BlobStore blobs;
    private final IdentityHash hash;
    private final Path folder;

    FormerUploads(JdbcClient sql, BlobStore blobs, IdentityHash hash, Path folder) {
        this.sql = sql;
        this.blobs = blobs;
        this.hash = hash;
        this.folder = folder;
    }

    InputStream open(UploadRows.Row row) throws IOException {
        return Files.newInputStream(fileOf(row));
    }

    /** Moves all that this node has, while the store takes it; those of other nodes are left to them. The result is whether none failed. */
    boolean moveAll() {
        boolean good = true;
        var after = "";
        for (var batch = batch(after); !batch.isEmpty(); batch = batch(after)) {
            for (var row : batch) {
                try {
                    good &= moveIfHere(row);
                } catch (BlobsAway away) {
                    LOG.warn("files of before could not be moved, it is tried again: {}", away.getMessage());
                    return false;
                }
            }
            after = batch.getLast().upload().id();
        }
        return good;
    }

    private boolean moveIfHere(UploadRows.Row row) throws BlobsAway {
        var file = fileOf(row);
        try {
            if (Files.exists(file)) {
                move(row);
            }
            return true;
        } catch (NoSuchFileException movedByAnotherNode) {
            return true;
        } catch (Erased nobody) {
            // whose it was has been erased since: nothing of theirs is kept
            Spool.delete(file);
            return true;
        } catch (BlobsAway away) {
            throw away;
        } catch (IOException unreadable) {
            LOG.warn(
                    "the file of {} could not be moved, it is tried again: {}",
                    row.upload(),
                    unreadable.getClass().getSimpleName());
            return false;
        }
    }

    /** The file goes when the last upload that it is the bytes of has moved. */
    void move(UploadRows.Row row) throws IOException {
        var file = fileOf(row);
        var upload = row.upload();
        var keeper = keeperOf(row.owner());
        try (var in = Files.newInputStream(file)) {
            blobs.put(
                    upload.id(),
                    keeper,
                    upload.contentType(),
                    in,
                    blob -> blob.sha256().equals(upload.sha256())
                            && sql.sql("update upload set keeper = ? where id = ? and keeper is null")
                                            .params(keeper.bytes(), upload.id())
                                            .update()
                                    == 1);
        }
        boolean needed = sql.sql("select exists (select from upload where keeper is null and owner = ? and sha256 = ?)")
                .params(row.owner(), upload.sha256())
                .query(Boolean.class)
                .single();
        if (!needed) {
            Files.deleteIfExists(file);
        }
    }

    private List<UploadRows.Row> batch(String after) {
        return sql.sql("select id, owner, keeper, type, file_name, content_type, size, sha256, received_at from upload"
                        + " where keeper is null and id > ? order by id limit ?")
                .params(after, BATCH)
                .query(UploadRows::row)
                .list();
    }

    /** Owners were kept as the keyed hash of the person, or as the login. */
    private HolderId keeperOf(String owner) {
        return PERSON.matcher(owner).matches() ? HolderId.ofHash(owner) : HolderId.ofSubject(hash, owner);
    }

    private Path fileOf(UploadRows.Row row) {
        return folder.resolve(sha256(row.owner())).resolve(row.upload().sha256());
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
