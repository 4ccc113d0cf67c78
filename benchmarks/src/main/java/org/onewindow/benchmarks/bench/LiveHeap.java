package org.onewindow.benchmarks.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** What a JVM's heap holds that is still of use: the garbage is collected for every look. */
final class LiveHeap {

    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");
    private static final int LOOKS_WITHIN_SECONDS = 60;

    private LiveHeap() {}

    static double megabytes(long pid) throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process = new ProcessBuilder(jcmd, Long.toString(pid), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        var told = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII);
        process.waitFor(LOOKS_WITHIN_SECONDS, TimeUnit.SECONDS);
        var total = TOTAL.matcher(told);
        if (!total.find()) {
            throw new IOException("the heap of process " + pid + " cannot be seen: "
                    + told.lines().findFirst());
        }
        return Long.parseLong(total.group(1)) / 1e6;
    }
}
