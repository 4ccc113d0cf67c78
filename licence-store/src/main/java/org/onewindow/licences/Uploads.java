package org.onewindow.licences;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.onewindow.licences.inspection.Finding;
import org.onewindow.licences.inspection.Inspection;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What people hand in, kept on disk by owner and content (Claim Check); the row is written after the bytes are safe.
 *
 * <p>The same bytes of the same owner lie there once; those of two owners never share a file, so that nobody can find
 * out what somebody else has. Memory a transfer: one buffer.
 */
public final class Uploads {

    public static final long MAX_BYTES = 20L << 20;

    private static final String SELECT =
            "select id, owner, type, file_name, content_type, size, sha256, received_at from upload where ";
    private static final int BUFFER = 64 << 10;
    private static final int NAME_CHARACTERS_MAX = 200;

    private final JdbcClient sql;
    private final Path folder;
    private final Inspection inspection;
    private final Clock clock;

    public Uploads(DataSource database, Path folder, Inspection inspection, Clock clock) {
        this.sql = JdbcClient.create(database);
        this.folder = folder;
        this.inspection = inspection;
        this.clock = clock;
    }

    /**
     * Who hands something in.
     *
     * @param owner the only one who may use it
     * @param client the registered client, in which the key is unique
     */
    public record Sender(String owner, String client, String idempotencyKey) {}

    /**
     * What the sender says of the bytes.
     *
     * @param type the material it is meant to be; null: not said
     * @param contentType must be what the bytes are
     */
    public record Label(@Nullable String type, String fileName, String contentType) {}

    /**
     * Reads the body to its end or to its limit, whichever comes first.
     *
     * @throws IOException where the sender broke off or the disk fails; nothing is kept
     */
    public Received receive(Sender sender, Label label, InputStream body) throws IOException {
        var own = Files.createDirectories(folderOf(sender.owner()));
        var part = Files.createTempFile(own, "upload", ".part");
        try {
            var digest = sha256();
            long size = copy(body, part, digest);
            if (size > MAX_BYTES) {
                return new Received.TooLarge();
            }
            if (size == 0) {
                return new Received.Empty();
            }
            return switch (inspection.of(part, label.contentType())) {
                case Finding.Sound _ -> {
                    var hash = HexFormat.of().formatHex(digest.digest());
                    Files.move(part, own.resolve(hash), StandardCopyOption.ATOMIC_MOVE);
                    force(own);
                    yield store(sender, upload(label, size, hash));
                }
                case Finding.Refused refused -> new Received.Refused(refused.reason());
                case Finding.ScannerAway _ -> new Received.ScannerAway();
            };
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private Upload upload(Label label, long size, String hash) {
        return new Upload(
                RandomIds.next("upl_"),
                label.type(),
                plainName(label.fileName()),
                label.contentType(),
                size,
                hash,
                clock.instant());
    }

    private Received store(Sender sender, Upload upload) {
        if (insert(sender, upload)) {
            return new Received.Stored(upload, false);
        }
        return sql.sql(SELECT + "client = ? and idempotency_key = ?")
                .params(sender.client(), sender.idempotencyKey())
                .query(Uploads::row)
                .optional()
                .filter(earlier -> earlier.owner.equals(sender.owner())
                        && earlier.upload.sha256().equals(upload.sha256())
                        && Objects.equals(earlier.upload.type(), upload.type()))
                .<Received>map(earlier -> new Received.Stored(earlier.upload, true))
                .orElseGet(Received.KeyReused::new);
    }

    /** This upload, where it is this owner's. */
    public Optional<Upload> of(String id, String owner) {
        return find(id).filter(row -> row.owner.equals(owner)).map(Row::upload);
    }

    /** This upload, whoever's it is: for the case that bears it. */
    public Optional<Upload> ofCase(String id) {
        return find(id).map(Row::upload);
    }

    /** The bytes; for the hub's own sending. An unknown id is a bug, since cases only bear known ones. */
    public InputStream open(String id) throws IOException {
        var row = find(id).orElseThrow(() -> new IllegalArgumentException("there is no upload " + id));
        return Files.newInputStream(folderOf(row.owner).resolve(row.upload.sha256()));
    }

    private record Row(String owner, Upload upload) {}

    private Optional<Row> find(String id) {
        return sql.sql(SELECT + "id = ?").param(id).query(Uploads::row).optional();
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        return new Row(
                row.getString("owner"),
                new Upload(
                        row.getString("id"),
                        row.getString("type"),
                        row.getString("file_name"),
                        row.getString("content_type"),
                        row.getLong("size"),
                        row.getString("sha256"),
                        row.getObject("received_at", OffsetDateTime.class).toInstant()));
    }

    private boolean insert(Sender sender, Upload upload) {
        return sql.sql(
                                """
                        insert into upload (id, owner, client, idempotency_key, type, file_name, content_type, size, sha256, received_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (client, idempotency_key) do nothing""")
                        .params(
                                upload.id(),
                                sender.owner(),
                                sender.client(),
                                sender.idempotencyKey(),
                                upload.type(),
                                upload.fileName(),
                                upload.contentType(),
                                upload.size(),
                                upload.sha256(),
                                OffsetDateTime.ofInstant(upload.receivedAt(), clock.getZone()))
                        .update()
                == 1;
    }

    /** A folder each owner, named by a hash: what the owner is called must not shape a path. */
    private Path folderOf(String owner) {
        return folder.resolve(HexFormat.of().formatHex(sha256().digest(owner.getBytes(StandardCharsets.UTF_8))));
    }

    private static long copy(InputStream body, Path part, MessageDigest digest) throws IOException {
        try (var out = FileChannel.open(part, StandardOpenOption.WRITE)) {
            var buffer = new byte[BUFFER];
            long size = 0;
            for (int n = body.read(buffer); n >= 0 && size <= MAX_BYTES; n = body.read(buffer)) {
                digest.update(buffer, 0, n);
                for (var rest = ByteBuffer.wrap(buffer, 0, n); rest.hasRemaining(); ) {
                    out.write(rest);
                }
                size += n;
            }
            out.force(true);
            return size;
        }
    }

    private static void force(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static String plainName(String fileName) {
        var last = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        var plain = last.replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
        return plain.substring(0, Math.min(plain.length(), NAME_CHARACTERS_MAX));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
