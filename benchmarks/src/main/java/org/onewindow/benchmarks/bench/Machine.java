package org.onewindow.benchmarks.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

/**
 * Where and when it was measured; numbers mean nothing without it.
 *
 * @param loadBefore 1, 5 and 15 minutes, before the bench itself loaded the machine
 * @param syncsPerSecond fdatasync of 8 KiB appended to a file in the data directory, one after the other
 */
record Machine(
        String date, String java, String processor, int cores, String loadBefore, long syncsPerSecond, double stolen) {

    private static final int BLOCK = 8192;
    private static final long SYNC_NANOS = TimeUnit.SECONDS.toNanos(2);

    static Machine look(Path data) throws IOException {
        return new Machine(
                OffsetDateTime.now(ZoneOffset.UTC)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString(),
                Runtime.version().toString(),
                processorName(),
                Runtime.getRuntime().availableProcessors(),
                Proc.loadAverage(),
                syncs(data),
                Proc.stolenSeconds());
    }

    /** Whether others worked here before the bench began: then rates and times say little, and CPU a request is what is left. */
    boolean isBusy() {
        return Double.parseDouble(loadBefore.split(" ", -1)[0]) > cores;
    }

    private static String processorName() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse(System.getProperty("os.arch"));
        }
    }

    private static long syncs(Path data) throws IOException {
        var file = Files.createTempFile(data, "sync", ".tmp");
        try (var out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            long begin = System.nanoTime();
            long count = 0;
            while (System.nanoTime() - begin < SYNC_NANOS) {
                out.write(ByteBuffer.allocate(BLOCK));
                out.force(false);
                count++;
            }
            return count * TimeUnit.SECONDS.toNanos(1) / (System.nanoTime() - begin);
        } finally {
            Files.delete(file);
        }
    }
}
