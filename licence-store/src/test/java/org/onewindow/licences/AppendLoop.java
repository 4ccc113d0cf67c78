package org.onewindow.licences;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.onewindow.cases.IdentityHash;
import org.onewindow.cases.postgres.ConnectionPool;
import org.onewindow.licences.blobs.PostgresBlobs;
import org.onewindow.licences.inspection.Inspection;
import org.onewindow.licences.keys.HolderKeys;

/** A node of its own that receives an upload, and is killed while it does: says after each request how far it is. */
final class AppendLoop {

    private static final int A_REQUEST = 20_000;

    private AppendLoop() {}

    /** Words: url, user, password, time, id, owner, a file with the bytes. */
    public static void main(String[] words) throws Exception {
        var clock = Clock.fixed(Instant.parse(words[3]), ZoneOffset.UTC);
        var hash = new IdentityHash("a secret of the tests only".getBytes(StandardCharsets.UTF_8));
        var keys = new HolderKeys(new byte[32], clock);
        var bytes = Files.readAllBytes(Path.of(words[6]));
        try (var database = ConnectionPool.open(words[0], words[1], words[2], 2)) {
            var uploads = new Uploads(
                    database,
                    new PostgresBlobs(database, keys, clock),
                    hash,
                    Path.of(words[6]).resolveSibling("node"),
                    new Inspection(Optional.empty()),
                    clock);
            var resumable = new ResumableUploads(database, keys, uploads, clock);
            for (int at = 0; at < bytes.length - A_REQUEST; at += A_REQUEST) {
                resumable.append(words[4], words[5], at, null, new ByteArrayInputStream(bytes, at, A_REQUEST));
                System.out.println("safe " + (at + A_REQUEST));
            }
        }
    }
}
