package org.onewindow.benchmarks.bench;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Hands in 64 files of 10 MB at once, all of them halfway when the heap is looked at, and while they are examined and sealed (P14, P14S3). */
final class LargeMaterials {

    private static final int AT_ONCE = 64;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
    private static final Duration WITHIN = Duration.ofMinutes(15);

    private final Goal goal;
    private final Hub hub;
    private final Map<String, String> citizen;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    LargeMaterials(Goal goal, Hub hub, Map<String, String> citizen) {
        this.goal = goal;
        this.hub = hub;
        this.citizen = citizen;
    }

    /** The larger of both ways. */
    Finding measure() throws IOException, InterruptedException {
        // what a first one loads, and the examiners' processes, are no cost of a transfer
        var warm = round(1, 1_000, false);
        var whole = round(AT_ONCE, 2_000, false);
        var resumed = round(AT_ONCE, 3_000, true);
        var note = String.format(
                Locale.ROOT,
                "live heap %.1f MB before; +%.1f MB at most with 64 whole, +%.1f MB with 64 resumable; %.0f s and %.0f s; %d wrong",
                whole.before,
                whole.grown(),
                resumed.grown(),
                whole.seconds,
                resumed.seconds,
                whole.wrong + resumed.wrong);
        double each = Math.max(whole.grown(), resumed.grown()) / AT_ONCE;
        return new Finding(goal, each, warm.wrong + whole.wrong + resumed.wrong == 0, note);
    }

    private record Round(double before, double most, double seconds, long wrong) {

        double grown() {
            return most - before;
        }
    }

    private Round round(int many, int first, boolean resumable) throws IOException, InterruptedException {
        double before = LiveHeap.megabytes(hub.pid());
        long begin = System.nanoTime();
        var halfway = new CountDownLatch(many);
        var go = new CountDownLatch(1);
        var sent = new ArrayList<Future<Boolean>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < many; i++) {
                int number = first + i;
                var place = resumable ? begin(number) : "";
                sent.add(threads.submit(() -> isTaken(number, place, new Halting(number, halfway, go))));
            }
            halfway.await();
            double most = LiveHeap.megabytes(hub.pid());
            go.countDown();
            while (sent.stream().anyMatch(one -> !one.isDone())) {
                Thread.sleep(LOOK_EVERY);
                most = Math.max(most, LiveHeap.megabytes(hub.pid()));
            }
            return new Round(before, most, (System.nanoTime() - begin) / 1e9, wrong(sent));
        }
    }

    private static long wrong(List<Future<Boolean>> sent) throws InterruptedException, IOException {
        long wrong = 0;
        for (var one : sent) {
            try {
                wrong += one.get() ? 0 : 1;
            } catch (ExecutionException failure) {
                throw new IOException("a material could not be handed in: " + failure.getCause(), failure);
            }
        }
        return wrong;
    }

    private String begin(int number) throws IOException, InterruptedException {
        var request = to("/v1/uploads", number)
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", Integer.toString(Contract.BYTES))
                .header("Upload-Metadata", "filetype YXBwbGljYXRpb24vcGRm")
                .POST(BodyPublishers.noBody())
                .build();
        return http.send(request, BodyHandlers.ofString())
                .headers()
                .firstValue("Location")
                .orElseThrow(() -> new IOException("no resumable upload could be begun"));
    }

    /** Whether the hub took exactly these bytes. */
    private boolean isTaken(int number, String place, InputStream bytes) throws IOException, InterruptedException {
        var body = BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> bytes), Contract.BYTES);
        var request = place.isEmpty()
                ? to("/v1/uploads", number)
                        .header("Content-Type", "application/pdf")
                        .POST(body)
                : to(place, number)
                        .header("Content-Type", "application/offset+octet-stream")
                        .header("Tus-Resumable", "1.0.0")
                        .header("Upload-Offset", "0")
                        .method("PATCH", body);
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("an upload was answered " + answer.statusCode() + " " + answer.body());
        }
        var told = place.isEmpty() ? answer.body() : Http.text(hub.port(), "GET", place, "", words());
        return Hub.JSON.readTree(told).path("sha256").asText().equals(Contract.sha256(number));
    }

    private HttpRequest.Builder to(String path, int number) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + hub.port() + path))
                .timeout(WITHIN)
                .headers(words())
                .header("Idempotency-Key", "P14-" + number);
    }

    private String[] words() {
        return citizen.entrySet().stream()
                .flatMap(header -> java.util.stream.Stream.of(header.getKey(), header.getValue()))
                .toArray(String[]::new);
    }

    /** Waits in its middle until all the others are there. */
    private static final class Halting extends FilterInputStream {

        private final CountDownLatch halfway;
        private final CountDownLatch go;
        private int left = Contract.BYTES / 2;

        Halting(int number, CountDownLatch halfway, CountDownLatch go) {
            super(new Contract(number));
            this.halfway = halfway;
            this.go = go;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int n = super.read(buffer, from, length);
            left -= Math.max(0, n);
            if (left <= 0 && halfway.getCount() > 0 && left + n > 0) {
                halfway.countDown();
                try {
                    go.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    throw new IOException("the bench was stopped", stopped);
                }
            }
            return n;
        }
    }
}
