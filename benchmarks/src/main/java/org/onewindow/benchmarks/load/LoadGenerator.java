package org.onewindow.benchmarks.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Sends requests from one event loop: so many users who wait for their answers, or so many a second whoever waits. */
public final class LoadGenerator implements AutoCloseable {

    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(2);
    private static final int MILLIS_AFTER_A_BAD_ONE = 50;
    private static final int CONNECTIONS = 2048;
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
    private static final Duration ENDS_WITHIN = Duration.ofMinutes(5);

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpClient client =
            vertx.createHttpClient(new HttpClientOptions(), new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    private final AtomicLong numbers = new AtomicLong();
    private final String own = Long.toString(System.nanoTime(), Character.MAX_RADIX);

    /**
     * So many users, each with one request at a time, until so many requests were answered or the time is over; who is refused comes
     * back when the answer's {@code Retry-After} says so.
     */
    public Measured closed(Target target, int users, long requests, Duration atMost) {
        var run = new Run(target, requests, System.nanoTime() + atMost.toNanos());
        vertx.runOnContext(_ -> {
            for (int i = 0; i < users; i++) {
                run.nextOfUser();
            }
        });
        return run.await();
    }

    /** So many requests a second for this time, however long answers take. */
    public Measured open(Target target, int perSecond, Duration time) {
        long count = perSecond * time.toMillis() / 1000;
        var run = new Run(target, count, Long.MAX_VALUE);
        long begin = System.nanoTime();
        vertx.setPeriodic(1, timer -> {
            while (run.sent < count && System.nanoTime() >= begin + run.sent * 1_000_000_000L / perSecond) {
                run.send(begin + run.sent * 1_000_000_000L / perSecond).onComplete(_ -> run.endIfAll());
            }
            if (run.sent >= count) {
                vertx.cancelTimer(timer);
            }
        });
        return run.await();
    }

    /**
     * What came back.
     *
     * @param status 0: nothing
     * @param retryAfter seconds, where told
     */
    private record Answer(int status, @Nullable String retryAfter) {

        static final Answer NONE = new Answer(0, null);

        long comeBackAfterMillis() {
            return retryAfter == null
                    ? MILLIS_AFTER_A_BAD_ONE
                    : TimeUnit.SECONDS.toMillis(Long.parseLong(retryAfter.strip()));
        }
    }

    /** Only touched on the event loop, until it is over. */
    private final class Run {

        private final Target target;
        private final long requests;
        private volatile long deadline;
        private final long begin = System.nanoTime();
        private final Histogram micros = new Histogram(LONGEST_MICROS, 3);
        private final CompletableFuture<Measured> over = new CompletableFuture<>();
        private long sent;
        private long answered;
        private long lastAnswer;
        private long bad;
        private final Map<Integer, Integer> refusals = new TreeMap<>();
        private long wrong;

        Run(Target target, long requests, long deadline) {
            this.target = target;
            this.requests = requests;
            this.deadline = deadline;
        }

        void nextOfUser() {
            if (sent < requests && System.nanoTime() < deadline) {
                send(System.nanoTime()).onSuccess(pause -> {
                    if (pause == 0) {
                        nextOfUser();
                    } else {
                        vertx.setTimer(pause, _ -> nextOfUser());
                    }
                });
            } else {
                endIfAll();
            }
        }

        void endIfAll() {
            boolean last = sent >= requests || System.nanoTime() >= deadline;
            if (last && answered == sent) {
                var took = Duration.ofNanos(lastAnswer - begin);
                over.complete(new Measured(answered, bad, refusals, wrong, took, micros));
            }
        }

        /** The result is how many milliseconds its user waits before the next; 0: it went well. */
        Future<Long> send(long intended) {
            sent++;
            long number = numbers.incrementAndGet();
            return client.request(new RequestOptions()
                            .setMethod(HttpMethod.POST)
                            .setPort(target.port())
                            .setHost("127.0.0.1")
                            .setURI(target.path())
                            .setIdleTimeout(ANSWER_WITHIN.toMillis()))
                    .compose(request -> {
                        target.headers().forEach(request::putHeader);
                        request.putHeader("Content-Type", "application/json");
                        if (target.keyed()) {
                            request.putHeader("Idempotency-Key", "bench-" + own + "-" + number);
                        }
                        return request.send(Buffer.buffer(target.body().apply(number)));
                    })
                    .compose(response -> response.body()
                            .map(body -> new Answer(
                                    status(number, response.statusCode(), body), response.getHeader("Retry-After"))))
                    .otherwise(Answer.NONE)
                    .map(answer -> {
                        boolean good = answer.status() == target.status();
                        answered++;
                        if (!good) {
                            bad++;
                            refusals.merge(answer.status(), 1, Integer::sum);
                        }
                        lastAnswer = System.nanoTime();
                        micros.recordValue(Math.min(LONGEST_MICROS, (lastAnswer - intended) / 1000));
                        return good ? 0 : answer.comeBackAfterMillis();
                    });
        }

        private int status(long number, int status, Buffer body) {
            if (status == target.status() && number % target.oneIn() == 0) {
                wrong += target.right().test(number, body.getBytes()) ? 0 : 1;
            }
            return status;
        }

        Measured await() {
            try {
                return over.get(ENDS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException stopped) {
                deadline = System.nanoTime();
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", stopped);
            } catch (ExecutionException | TimeoutException stuck) {
                throw new IllegalStateException("the load did not end: " + answered + " of " + sent, stuck);
            }
        }
    }

    @Override
    public void close() {
        vertx.close();
    }
}
