package org.onewindow.benchmarks.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A bucket for what people hand in, in a process of its own; its objects lie in a folder. */
final class Bucket implements AutoCloseable {

    private static final String NAME = "hub-bench";
    private static final String KEY = "bench-access";
    private static final String SECRET = "bench-secret";

    private final Child child;
    private final int port;

    private Bucket(Child child, int port) {
        this.child = child;
        this.port = port;
    }

    /** Started and waited for. */
    static Bucket start(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        int port = Http.freePort();
        var child = Jvm.start(
                "org.onewindow.benchmarks.stub.Store",
                folder.resolve("store.log"),
                Integer.toString(port),
                folder.resolve("objects").toString(),
                NAME,
                KEY,
                SECRET);
        Jvm.await(child, () -> Http.listens(port));
        return new Bucket(child, port);
    }

    /** What a hub must know of it; its keys are written among the secrets below the data directory. */
    Map<String, String> settings(Path data) throws IOException {
        var secrets = Files.createDirectories(data.resolve("secrets/blobs"));
        Files.writeString(secrets.resolve("access-key"), KEY);
        Files.writeString(secrets.resolve("secret-key"), SECRET);
        return Map.of("HUB_BLOBS_URL", "http://127.0.0.1:" + port + "/" + NAME);
    }

    @Override
    public void close() {
        child.close();
    }
}
