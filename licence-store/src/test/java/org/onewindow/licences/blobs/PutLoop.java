package org.onewindow.licences.blobs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import org.onewindow.cases.postgres.ConnectionPool;
import org.onewindow.licences.TestStore;
import org.onewindow.licences.keys.HolderId;
import org.onewindow.licences.keys.HolderKeys;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A node of its own that puts something into the bucket, and comes no further than to its commit. */
final class PutLoop {

    private static final int SIZE = (1 << 20) + 100;

    private PutLoop() {}

    /** Words: url, user, password, time, bucket, name, keeper. */
    public static void main(String[] words) throws Exception {
        var clock = Clock.fixed(Instant.parse(words[3]), ZoneOffset.UTC);
        var keeper = new HolderId(words[6]);
        try (var database = ConnectionPool.open(words[0], words[1], words[2], 2)) {
            var bucket = ImpatientBucket.at(words[4], "trial-secret");
            new S3Blobs(database, new HolderKeys(new byte[32], clock), clock, bucket)
                    .put(words[5], keeper, "image/png", new ByteArrayInputStream(new byte[SIZE]), _ -> {
                        System.out.println("object "
                                + JdbcClient.create(database)
                                        .sql("select id from blob.object where keeper = ? and size = " + SIZE)
                                        .param(keeper.bytes())
                                        .query(String.class)
                                        .single());
                        return awaitDeath();
                    });
        }
    }

    private static boolean awaitDeath() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    /** Runs one and kills it; the object that it had put. */
    static String killedBeforeItsCommit(String bucket, String name, HolderId keeper)
            throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        PutLoop.class.getName(),
                        TestStore.url(),
                        TestStore.user(),
                        TestStore.password(),
                        TestStore.CLOCK.instant().toString(),
                        bucket,
                        name,
                        keeper.hex())
                .redirectError(Path.of("target", "killed-put.log").toFile())
                .start();
        try (var out = process.inputReader()) {
            var line = out.readLine();
            return String.valueOf(line).substring("object ".length());
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
    }
}
